import dns from 'node:dns';
import { isIP } from 'node:net';

/**
 * No test reaches another machine: a name that random values make up is unknown at once, as if there were no network.
 * Servers of tests are on 127.0.0.1.
 */
const { lookup } = dns;

const offline = (host: string, ...rest: unknown[]): void => {
	if (host === 'localhost' || isIP(host) > 0) {
		Reflect.apply(lookup, dns, [host, ...rest]);
		return;
	}
	const done = rest.at(-1) as (error: NodeJS.ErrnoException) => void;
	process.nextTick(() =>
		done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })),
	);
};

// A worker runs many files with the same Node.
if (lookup.name !== offline.name) dns.lookup = offline as typeof dns.lookup;
