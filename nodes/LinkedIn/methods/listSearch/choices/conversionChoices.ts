/** The entries of the picker of conversion rules. */
import { adEntityIdOf } from '../../../resources/ads/requests/search';
import { Unreadable } from '../../../transport/answers/elements';
import { NEW_TRAIL, nextStep, type Trail } from '../../../transport/answers/nextPage';
import { pageReply } from '../../../transport/answers/pageReply';
import { campaignManagerUrl, sponsoredUrn } from '../../../transport/restli/urns/sponsored';
import type { LinkedInClient } from '../../../transport/types';
import { LEADS_BACK, nextMatches, type ChoicePage } from './choose';

const RULES_A_PAGE = 100;

/**
 * The conversion rules of an ad account whose name or number holds what was typed, as nextMatches.
 * @param account its number
 * @throws LinkedInError
 */
export async function searchRules(
	linkedin: LinkedInClient,
	account: string,
	filter: string | undefined,
	pageToken: string | undefined,
): Promise<ChoicePage> {
	const wanted = filter?.trim().toLowerCase() ?? '';
	const read = async (token: string | undefined) => await readPage(linkedin, account, wanted, placeIn(token));
	return await nextMatches(read, pageToken);
}

/** What n8n's editor keeps between two pages. */
interface Place {
	start: number;
	trail: Readonly<Trail>;
}

function placeIn(token: string | undefined): Place {
	return token === undefined ? { start: 0, trail: NEW_TRAIL } : (JSON.parse(token) as Place);
}

async function readPage(
	linkedin: LinkedInClient,
	account: string,
	wanted: string,
	{ start, trail }: Place,
): Promise<ChoicePage> {
	const { body } = await linkedin.request<unknown>({
		restliMethod: 'FINDER',
		path: '/rest/conversions',
		query: { q: 'account', account: sponsoredUrn('account', account), start, count: RULES_A_PAGE },
	});
	const reply = pageReply<unknown>(body, 'FINDER /rest/conversions');
	const choices = linkedin.elements.read(reply.elements, (rule) => {
		const id = adEntityIdOf(rule);
		if (id === undefined) return new Unreadable('one has no id');
		const name = `${typeof rule.name === 'string' ? rule.name : id} (${id})`;
		if (!/^\d+$/.test(id) || !name.toLowerCase().includes(wanted)) return undefined;
		const url = campaignManagerUrl(account, 'conversion', id);
		return { name, value: sponsoredUrn('conversion', id), url };
	});
	const step = nextStep(reply, { start, count: RULES_A_PAGE }, trail);
	if (step.kind === 'samePage') return step.isWhole ? { choices: [] } : { choices: [], notice: LEADS_BACK };
	if (step.kind === 'sameLink') return { choices, notice: LEADS_BACK };
	if (step.kind !== 'more' || !('start' in step.position)) return { choices };
	return { choices, next: JSON.stringify({ start: step.position.start, trail: step.trail } satisfies Place) };
}
