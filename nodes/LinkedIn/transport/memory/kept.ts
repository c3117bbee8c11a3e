/** One kind of remembered values. */
interface Kept {
	/** Whom it is true of: nobody else is ever handed it. */
	of: 'process' | 'host' | 'counter' | 'connection' | 'grant' | 'run';
	what: string;
	/** When they expire; if there is no room, they go earlier. */
	until: string;
	/** Maximum for each owner; if there is no room, the least recently used goes first. */
	most: number | 'an item' | 'a piece of work';
}

/**
 * Everything that is remembered, by its name in the memory of the process (process.ts, memory.ts) or of the run
 * (run/runMemory.ts). Forgetting it costs a call or a refusal, with three exceptions. If the id of something another run
 * wrote is forgotten, a look-up after a lost answer may mistake it for its own; a forgotten trigger continues as after a
 * restart; and the text of a forgotten post is only continued if LinkedIn shows what there is of it. Nothing else in this package may outlive a call.
 */
export const KEPT = {
	connections: { of: 'process', what: 'the memory of each', until: 'it is idle', most: 1_000 },
	applications: { of: 'process', what: 'the counter of each', until: 'n8n ends', most: 1_000 },
	credentials: { of: 'process', what: 'how many calls of each', until: 'midnight UTC', most: 1_000 },
	members: { of: 'process', what: 'the counter of each', until: 'n8n ends', most: 1_000 },
	hosts: { of: 'process', what: 'the memory of each', until: 'n8n ends', most: 100 },
	traces: { of: 'process', what: 'secrets as they are looked for', until: 'n8n ends', most: 8 },
	failingLists: { of: 'process', what: 'lists of the editor that failed', until: 'it works', most: 1_000 },
	triggers: { of: 'process', what: 'what a trigger holds', until: 'it is idle', most: 5_000 },

	refusedVersions: { of: 'host', what: 'API versions that ended', until: 'n8n ends', most: 100 },
	names: { of: 'host', what: 'what was written, by name', until: 'n8n ends', most: 1_000 },
	unnamed: { of: 'host', what: 'when something without a name was', until: 'n8n ends', most: 1_000 },
	unfinished: { of: 'host', what: 'posts whose text is not all there', until: 'it is', most: 200 },
	mentionForm: { of: 'host', what: 'how it takes a mention', until: 'n8n ends', most: 1 },

	quota: { of: 'counter', what: 'endpoints without quota', until: 'midnight UTC', most: 200 },
	ledger: { of: 'counter', what: 'calls of the day by endpoint', until: 'midnight UTC', most: 200 },

	rateLimiter: { of: 'connection', what: 'lanes and closed endpoints', until: 'it is idle', most: 1 },
	renewal: { of: 'connection', what: 'the renewal that failed last', until: '10 seconds later', most: 1 },
	versions: { of: 'connection', what: 'by pin, the version in force', until: 'n8n ends', most: 10 },
	me: { of: 'connection', what: 'who the member is', until: 'n8n ends', most: 1 },
	callLog: { of: 'connection', what: 'its last calls', until: 'n8n ends', most: 200 },
	allowance: { of: 'connection', what: 'messages that may be sent', until: 'its hour is over', most: 1 },
	posts: { of: 'connection', what: 'by activity, its post', until: 'n8n ends', most: 200 },
	grants: { of: 'connection', what: 'the memory of each', until: 'n8n ends', most: 4 },

	batches: { of: 'grant', what: 'by path, how many ids go at once', until: 'n8n ends', most: 100 },
	refusedBatchWrites: { of: 'grant', what: 'paths without batches', until: 'n8n ends', most: 100 },
	leadPageSizes: { of: 'grant', what: 'by path, the page that passed', until: 'n8n ends', most: 10 },
	learnt: { of: 'grant', what: 'what LinkedIn turned out to take', until: 'n8n ends', most: 5 },

	writes: { of: 'run', what: 'the result of each write', until: 'the run ends', most: 'an item' },
	reads: { of: 'run', what: 'whose turn it is', until: 'the run ends', most: 'an item' },
	cache: { of: 'run', what: 'what is done once for all', until: 'the run ends', most: 'a piece of work' },
	fetched: { of: 'run', what: 'bytes of files from the web', until: 'the run ends', most: 'a piece of work' },
	gathering: { of: 'run', what: 'parts of one call', until: 'it begins', most: 'a piece of work' },
	speakers: { of: 'run', what: 'who tells of a connection', until: 'the run ends', most: 'an item' },
	written: { of: 'run', what: 'names of what it wrote', until: 'the run ends', most: 'an item' },
	deleted: { of: 'run', what: 'what may be deleted already', until: 'the run ends', most: 'an item' },
	refused: { of: 'run', what: 'what may stand all the same', until: 'the run ends', most: 'an item' },
} as const satisfies Record<string, Kept>;
