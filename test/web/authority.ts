/** A certificate authority of this machine, which this process trusts beside the public ones until it's closed. */
import forge from 'node-forge';
import { generateKeyPairSync } from 'node:crypto';
import tls from 'node:tls';

const DAY_MS = 86_400_000;

export interface Authority {
	/** In PEM. */
	certificate: string;
	/** What a server with this name shows. @param by the authority itself, or nobody known */
	contextFor(host: string, by?: 'authority' | 'nobody'): tls.SecureContext;
	close(): void;
}

function keyPair() {
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const key = privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;
	const read = forge.pki.privateKeyFromPem(key);
	return { key, read, publicKey: forge.pki.setRsaPublicKey(read.n, read.e) };
}

type Pair = ReturnType<typeof keyPair>;

/** Made once: it takes a while. */
let pairs: Record<'root' | 'server' | 'nobody', Pair> | undefined;

function certificate(
	name: string,
	of: Pair,
	issuer: { name: string; pair: Pair },
	extensions: object[],
): forge.pki.Certificate {
	const made = forge.pki.createCertificate();
	made.publicKey = of.publicKey;
	made.serialNumber = forge.util.bytesToHex(`\x01${forge.random.getBytesSync(8)}`);
	made.validity.notBefore = new Date(Date.now() - DAY_MS);
	made.validity.notAfter = new Date(Date.now() + DAY_MS);
	made.setSubject([{ name: 'commonName', value: name }]);
	made.setIssuer([{ name: 'commonName', value: issuer.name }]);
	made.setExtensions(extensions);
	made.sign(issuer.pair.read, forge.md.sha256.create());
	return made;
}

function rootOf(name: string, pair: Pair): string {
	const root = certificate(name, pair, { name, pair }, [
		{ name: 'basicConstraints', cA: true },
		{ name: 'keyUsage', keyCertSign: true },
	]);
	return forge.pki.certificateToPem(root);
}

/** Node's own function, as long as nothing else is trusted. */
const { createSecureContext } = tls;

export function startAuthority(): Authority {
	const name = 'Local test authority';
	pairs ??= { root: keyPair(), server: keyPair(), nobody: keyPair() };
	const { root, server, nobody } = pairs;
	const rootCertificate = rootOf(name, root);
	const contexts = new Map<string, tls.SecureContext>();
	// What n8n's client makes for each connection: the public authorities, and this one.
	tls.createSecureContext = (options) => {
		const context = createSecureContext(options);
		(context.context as { addCACert(pem: string): void }).addCACert(rootCertificate);
		return context;
	};
	return {
		certificate: rootCertificate,
		contextFor(host, by = 'authority') {
			const key = `${by} ${host}`;
			const known = contexts.get(key);
			if (known) return known;
			const issuer = by === 'authority' ? { name, pair: root } : { name: 'Nobody', pair: nobody };
			const made = certificate(host, server, issuer, [
				{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
			]);
			const context = createSecureContext({ key: server.key, cert: forge.pki.certificateToPem(made) });
			contexts.set(key, context);
			return context;
		},
		close() {
			tls.createSecureContext = createSecureContext;
		},
	};
}
