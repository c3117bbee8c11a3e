/** Reference links: `[text][name]` with a line `[name]: address` elsewhere. */
import { withoutQuote, type Keep } from './blocks';

const DEFINITION =
	/^ {0,3}\[([^[\]]+)\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;

const ONLY_NAME = /^ {0,3}\[[^[\]]+\]:[ \t]*$/;
/** A speaker in brackets, "[Ada]: Hello", isn't one. */
const ADDRESS = /^(?:[A-Za-z][\w+-]*:\/\/|mailto:|tel:|www\.|\.{0,2}\/|[\w-]+\.[\w-])/;

/** The addresses that a text defines by name, and which of them it uses. */
export class References {
	private readonly definitions = new Map<string, { address: string; lines: string[] }>();
	private readonly usedLines = new Set<string>();

	/** Definition lines stay until it's known who refers to them. If a name is defined twice, the first one counts. */
	collect(text: string, keep: Keep): string {
		const lines = text.split('\n');
		const out: string[] = [];
		for (let at = 0; at < lines.length; at += 1) {
			const bare = withoutQuote(lines[at]);
			const isBroken = ONLY_NAME.test(bare) && at + 1 < lines.length;
			const [, name, address] =
				DEFINITION.exec(isBroken ? `${bare} ${withoutQuote(lines[at + 1]).trim()}` : bare) ?? [];
			if (address === undefined || name.startsWith('^') || !ADDRESS.test(address)) {
				out.push(lines[at]);
				continue;
			}
			const kept = keep(isBroken ? `${lines[at]}\n${lines[at + 1]}` : lines[at]);
			if (isBroken) at += 1;
			out.push(kept);
			const known = this.definitions.get(nameOf(name));
			if (known) known.lines.push(kept);
			else this.definitions.set(nameOf(name), { address, lines: [kept] });
		}
		return out.join('\n');
	}

	get isEmpty(): boolean {
		return this.definitions.size === 0;
	}

	/** @returns the address of a name that a text refers to, if it has one */
	use(name: string): string | undefined {
		const found = this.definitions.get(nameOf(name));
		// Each line once, however often the name is used.
		for (const line of found?.lines.splice(0) ?? []) this.usedLines.add(line);
		return found?.address;
	}

	/** Unused definition lines stay, otherwise their address would be lost. */
	withoutUsed(text: string): string {
		if (this.usedLines.size === 0) return text;
		return text
			.split('\n')
			.filter((line) => !this.usedLines.has(line))
			.join('\n');
	}
}

/** Names are compared without case and extra spaces. */
function nameOf(name: string): string {
	return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
