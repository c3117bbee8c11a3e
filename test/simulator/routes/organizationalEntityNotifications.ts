import { pageLink } from '../ads/links';
import { badRequest, invalidValue, missingField, wrongUrnType } from '../errors';
import { requireRole } from '../access';
import { listAnswer, PAGING } from '../paging';
import { requireText } from '../dispatch';
import { NOTIFICATION_ACTIONS } from '../model';
import { notificationEntity } from '../notificationForms';
import type { Answer, Call, Resource } from '../resource';
import type { RestliValue } from '../restli';

const RETENTION_MS = 60 * 24 * 60 * 60 * 1000;

/** /rest/organizationalEntityNotifications?q=criteria: what happened on a page (docs.notifications). */
export const organizationalEntityNotifications: Resource = {
	path: '/rest/organizationalEntityNotifications',
	permission: 'partnerApiOrganizationalEntityNotifications',
	finders: {
		criteria: {
			scopes: ['rw_organization_admin', 'r_organization_admin'],
			params: ['organizationalEntity', 'actions', 'sourcePost', 'timeRange', ...PAGING],
			handle: find,
		},
	},
};

/** Newest first. Events become visible when the feed has caught up, but have the time at which they happened. */
function find(call: Call): Answer {
	const organization = requireText(call.params, 'organizationalEntity');
	if (!/^urn:li:organization(Brand)?:\d+$/.test(organization)) {
		throw wrongUrnType('organizationalEntity', organization, 'organization');
	}
	requireRole(call, organization, 'administer');
	const actions = readActions(call.params.actions);
	const range = readRange(call.params.timeRange);
	const now = call.clock.now();
	const sourcePost = call.params.sourcePost === undefined ? undefined : sourceActivity(call);
	const { notificationForms: forms } = call.state;
	const found = call.state
		.notificationsOf(organization, Math.max(range.start, now - RETENTION_MS + 1), range.end)
		.filter(
			(one) =>
				one.visibleFrom <= now &&
				actions.includes(one.action) &&
				(sourcePost === undefined || one.sourcePost === sourcePost),
		);
	return listAnswer(found, call.params, {
		link: pageLink(call, organizationalEntityNotifications.path),
		read: (one) => notificationEntity(one, call.member?.urn, forms),
	});
}

function readActions(value: RestliValue | undefined): string[] {
	if (value === undefined) throw missingField('actions');
	if (!Array.isArray(value) || value.length === 0) throw badRequest('The parameter "actions" is a list');
	const wrong = value.find((one) => !(NOTIFICATION_ACTIONS as readonly unknown[]).includes(one));
	if (wrong !== undefined) throw invalidValue('actions', JSON.stringify(wrong));
	return value as string[];
}

/** `(start:ms,end:ms)`, start inclusive, end exclusive; both optional. */
function readRange(value: RestliValue | undefined): { start: number; end: number } {
	if (value === undefined) return { start: -Infinity, end: Infinity };
	if (typeof value !== 'object' || Array.isArray(value)) throw badRequest('timeRange is (start:ms,end:ms)');
	for (const [name, moment] of Object.entries(value)) {
		if (!['start', 'end'].includes(name) || typeof moment !== 'string' || !/^\d{13}$/.test(moment)) {
			throw invalidValue(`timeRange/${name}`, JSON.stringify(moment));
		}
	}
	const start = value.start === undefined ? -Infinity : Number(value.start);
	const end = value.end === undefined ? Infinity : Number(value.end);
	if (start > end) throw invalidValue('timeRange', 'a start after its end');
	return { start, end };
}

function sourceActivity(call: Call): string {
	const urn = requireText(call.params, 'sourcePost');
	if (!/^urn:li:(share|ugcPost|activity):\d+$/.test(urn)) {
		throw wrongUrnType('sourcePost', urn, 'share, ugcPost or activity');
	}
	return call.state.findPost(urn)?.activity ?? urn;
}
