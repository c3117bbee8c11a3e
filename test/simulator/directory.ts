import { WithSettings } from './settings';
import type { App } from './apps';
import type { Member, Organization, Role, RoleAssignment, RoleState } from './model';

const FIRST_APPLICATION = 225_110_001;

/** People, pages, who has which role on them, and apps. */
export class Directory extends WithSettings {
	readonly members = new Map<string, Member>();
	readonly organizations = new Map<string, Organization>();
	readonly roles: RoleAssignment[] = [];
	readonly apps = new Map<string, App>();

	addApp(app: Partial<App> & Pick<App, 'clientId' | 'clientSecret' | 'products'>): App {
		const whole: App = {
			applicationId: String(FIRST_APPLICATION + this.apps.size),
			tier: 'standard',
			redirectUris: [],
			refreshTokens: false,
			applicationTokens: false,
			...app,
		};
		this.apps.set(whole.clientId, whole);
		return whole;
	}

	addMember(member: Partial<Member> & { key: string }): Member {
		const name = member.key[0].toUpperCase() + member.key.slice(1);
		const personId = member.personId ?? `${name}${(this.members.size + 782).toString(36)}bbtaQ`;
		const whole: Member = {
			firstName: name,
			lastName: 'Example',
			email: `${member.key}@example.com`,
			vanityName: `${member.key}-example`,
			headline: '',
			...member,
			personId,
			urn: `urn:li:person:${personId}`,
		};
		this.members.set(whole.key, whole);
		return whole;
	}

	addOrganization(organization: Partial<Organization> & { id: string; name: string }): Organization {
		const whole: Organization = {
			vanityName: organization.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
			type: 'NONE',
			...organization,
			urn: `urn:li:organization:${organization.id}`,
		};
		this.organizations.set(whole.id, whole);
		return whole;
	}

	/** Gives, changes or (if not APPROVED) removes a page role. Member by key or URN, page by id or URN. */
	setRole(member: string, organization: string, role: Role, state: RoleState = 'APPROVED'): void {
		const assignment = {
			member: this.member(member).key,
			organization: this.organization(organization).id,
			role,
			state,
		};
		const before = this.roles.findIndex(
			(one) =>
				one.member === assignment.member && one.organization === assignment.organization && one.role === role,
		);
		if (before >= 0) this.roles[before] = assignment;
		else this.roles.push(assignment);
	}

	/** By key or person URN. @throws Error if there is none */
	member(keyOrUrn: string): Member {
		const found =
			this.members.get(keyOrUrn) ?? [...this.members.values()].find((one) => one.urn === keyOrUrn);
		if (!found) throw new Error(`The simulator has no member ${keyOrUrn}`);
		return found;
	}

	/** By id or URN. @throws Error if there is none */
	organization(idOrUrn: string): Organization {
		const found = this.organizations.get(idOrUrn.replace(/^urn:li:organization(Brand)?:/, ''));
		if (!found) throw new Error(`The simulator has no organization ${idOrUrn}`);
		return found;
	}

	/** The URN of a member key, organization id or URN. */
	actorUrn(keyIdOrUrn: string): string {
		if (this.members.has(keyIdOrUrn) || keyIdOrUrn.startsWith('urn:li:person:')) {
			return this.member(keyIdOrUrn).urn;
		}
		return this.organization(keyIdOrUrn).urn;
	}

	/** The name a reader sees; '' for an unknown URN. */
	nameOf(urn: string): string {
		const organization = this.organizations.get(urn.replace(/^urn:li:organization(Brand)?:/, ''));
		if (organization) return organization.name;
		const member = [...this.members.values()].find((one) => one.urn === urn);
		return member ? `${member.firstName} ${member.lastName}` : '';
	}

	approvedRoles(member: string, organizationUrn: string): Role[] {
		const id = organizationUrn.replace(/^urn:li:organization(Brand)?:/, '');
		return this.roles
			.filter((one) => one.member === member && one.organization === id && one.state === 'APPROVED')
			.map((one) => one.role);
	}

	/** Names under which a post may mention a member or page; empty for an unknown URN. */
	protected mentionNames(urn: string): string[] {
		const organization = this.organizations.get(urn.replace(/^urn:li:organization(Brand)?:/, ''));
		if (organization) return [organization.name];
		const member = [...this.members.values()].find((one) => one.urn === urn);
		return member ? [member.firstName, member.lastName, `${member.firstName} ${member.lastName}`] : [];
	}
}
