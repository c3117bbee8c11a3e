import { createServer, type AddressInfo, type Socket } from 'net';

import { request } from 'undici';

/** A mail server on 127.0.0.1 that accepts every e-mail and delivers none. */
export interface Mailbox {
	/** What the form of n8n's SMTP credential would contain. */
	credential: Record<string, unknown>;
	/** In order. */
	mails: Mail[];
	close(): Promise<void>;
}

export interface Mail {
	to: string[];
	/** Headers and all parts, as the recipient would read them. */
	text: string;
}

/** Without encryption and sign-in. */
export async function startMailbox(): Promise<Mailbox> {
	const mails: Mail[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
		let received = '';
		let to: string[] = [];
		let isText = false;
		const say = (line: string) => socket.write(`${line}\r\n`);
		say('220 mailbox');
		socket.setEncoding('utf8').on('data', (chunk: string) => {
			received += chunk;
			for (;;) {
				const end = received.indexOf(isText ? '\r\n.\r\n' : '\r\n');
				if (end === -1) return;
				const line = received.slice(0, end);
				received = received.slice(end + (isText ? 5 : 2));
				if (isText) {
					mails.push({ to, text: readable(line) });
					[to, isText] = [[], false];
					say('250 accepted');
				} else if (/^QUIT/i.test(line)) {
					socket.end('221 bye\r\n');
				} else if (/^DATA/i.test(line)) {
					isText = true;
					say('354 go ahead');
				} else {
					const recipient = /^RCPT TO:<([^>]*)>/i.exec(line);
					if (recipient) to.push(recipient[1]);
					say('250 mailbox');
				}
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		credential: { user: '', password: '', host: '127.0.0.1', port, secure: false, disableStartTls: true },
		mails,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** n8n doesn't listen to programs, which open links to look for viruses. */
const BROWSER =
	'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** Opens a link of an e-mail as its reader would. @returns the page. @throws if there is no such link */
export async function openLink({ text }: Mail, label: string): Promise<string> {
	const link = new RegExp(`href="(http:[^"]+)"[^>]*>${label}</a>`).exec(text);
	if (!link) throw new Error(`The e-mail has no link "${label}"`);
	const page = await request(link[1], { headers: { 'user-agent': BROWSER } });
	return await page.body.text();
}

/** Undoes quoted-printable, in which n8n sends its texts, and the dots that SMTP doubles. */
function readable(mail: string): string {
	const bytes = mail
		.replace(/^\.\./gm, '.')
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
