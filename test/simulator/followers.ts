/** Who follows which page, and how many do (docs.organizations, docs.mentionSearch). */
export class Followers {
	private readonly byPage = new Map<string, Set<string>>();
	private readonly totals = new Map<string, number>();

	/** @param member key @param organization URN */
	add(member: string, organization: string): void {
		const followers = this.byPage.get(organization) ?? new Set();
		this.byPage.set(organization, followers.add(member));
	}

	/** Keys of the members that a page's typeahead finds. */
	of(organization: string): string[] {
		return [...(this.byPage.get(organization) ?? [])];
	}

	/** A total that includes members the simulator doesn't know. */
	setTotal(organization: string, total: number): void {
		this.totals.set(organization, total);
	}

	total(organization: string): number {
		return this.totals.get(organization) ?? this.of(organization).length;
	}
}
