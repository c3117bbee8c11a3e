/** Reference links: `[text][name]` with a line `[name]: address` elsewhere. */
import type { Keep } from './blocks';

const DEFINITION =
	/^ {0,3}\[([^[\]]+)\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;

/** Addresses by the names that a text gives them, and which of them it uses. */
export class References {
	private readonly definitions = new Map<string, { address: string; line: string }>();
	private readonly usedLines = new Set<string>();

	/** Nothing may change the lines that define until it is known who refers to them. */
	collect(text: string, keep: Keep): string {
		return text
			.split('\n')
			.map((line) => {
				const [, name, address] = DEFINITION.exec(line) ?? [];
				if (address === undefined || this.definitions.has(nameOf(name))) return line;
				const kept = keep(line);
				this.definitions.set(nameOf(name), { address, line: kept });
				return kept;
			})
			.join('\n');
	}

	get isEmpty(): boolean {
		return this.definitions.size === 0;
	}

	/** @returns the address of a name that a text refers to, if it has one */
	use(name: string): string | undefined {
		const found = this.definitions.get(nameOf(name));
		if (found) this.usedLines.add(found.line);
		return found?.address;
	}

	/** Lines that nothing refers to stay: their address would be lost. */
	withoutUsed(text: string): string {
		if (this.usedLines.size === 0) return text;
		return text
			.split('\n')
			.filter((line) => !this.usedLines.has(line))
			.join('\n');
	}
}

/** Capitals and blanks make no other name. */
function nameOf(name: string): string {
	return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
