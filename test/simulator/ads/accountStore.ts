/** From the least to the most rights (docs.accountAccess). */
export const ACCOUNT_ROLES = [
	'VIEWER',
	'CREATIVE_MANAGER',
	'CAMPAIGN_MANAGER',
	'ACCOUNT_MANAGER',
	'ACCOUNT_BILLING_ADMIN',
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

export interface AdAccount {
	id: string;
	name: string;
	currency: string;
	type: 'BUSINESS' | 'ENTERPRISE';
	status: string;
	test: boolean;
	reference?: string;
	servingStatuses: string[];
	/** Further members of the entity: notifications and the like. */
	more: Record<string, unknown>;
	createdAt: number;
	lastModifiedAt: number;
	/** Increases with each change. */
	version: number;
	/** Client id of the app that created it with the API. */
	app?: string;
}

/** Ad accounts, and who has which role on them, by member key. */
export class AccountStore {
	private readonly accounts = new Map<string, AdAccount>();
	private readonly roles = new Map<string, Map<string, AccountRole>>();
	private lastId = 530_000_000;

	nextId(): string {
		return String((this.lastId += 17));
	}

	set(account: AdAccount): AdAccount {
		this.accounts.set(account.id, account);
		return account;
	}

	find(id: string): AdAccount | undefined {
		return this.accounts.get(id);
	}

	delete(id: string): void {
		this.accounts.delete(id);
		this.roles.delete(id);
	}

	/** By number, ascending. */
	all(): AdAccount[] {
		return [...this.accounts.values()].sort((a, b) => Number(a.id) - Number(b.id));
	}

	/** Undefined removes the role. */
	setRole(id: string, member: string, role: AccountRole | undefined): void {
		const held = this.roles.get(id) ?? new Map<string, AccountRole>();
		if (role) held.set(member, role);
		else held.delete(member);
		this.roles.set(id, held);
	}

	roleOf(id: string, member: string | undefined): AccountRole | undefined {
		return member === undefined ? undefined : this.roles.get(id)?.get(member);
	}

	/** Members with a role on the account. */
	rolesOn(id: string): Array<[member: string, role: AccountRole]> {
		return [...(this.roles.get(id) ?? [])];
	}
}
