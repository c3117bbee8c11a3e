import 'reflect-metadata';

import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { InstanceSettings } from 'n8n-core';
import { SSHClientsManager } from 'n8n-core/dist/execution-engine/ssh-clients-manager';
import type { LogMetadata } from 'n8n-workflow';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The n8n version of this jest project: 1 is n8n 1.123.81, 2 is n8n 2.41.1 (jest.config.js, `globals`). */
declare const engineLine: 1 | 2;
export const line = engineLine;

/** One line that the engine or a node wrote to n8n's log. */
export interface LogLine {
	level: 'error' | 'warn' | 'info' | 'debug';
	message: string;
	metadata?: LogMetadata;
}

const written: LogLine[] = [];

function record(level: LogLine['level']) {
	return (message: string, metadata?: LogMetadata) => {
		written.push(metadata === undefined ? { level, message } : { level, message, metadata });
	};
}

const logger = {
	error: record('error'),
	warn: record('warn'),
	info: record('info'),
	debug: record('debug'),
	scoped: () => logger,
};

/**
 * The instance's settings file is the only file that n8n-core would write to disk at start, so it's provided, and the
 * SSH manager's timer would keep jest from ending. Everything else in the container is n8n's own.
 */
Container.set(Logger, logger as unknown as Logger);
Container.set(SSHClientsManager, {} as SSHClientsManager);
Container.set(InstanceSettings, {
	instanceId: 'engine-tests',
	hostId: 'engine-tests',
	encryptionKey: 'engine-tests-encryption-key',
	hmacSignatureSecret: 'engine-tests-hmac-secret',
	n8nFolder: join(tmpdir(), 'n8n-engine-tests'),
	instanceType: 'main',
	isMultiMain: false,
	isLeader: true,
} as unknown as InstanceSettings);

/** The nodes write such a line for each call to LinkedIn. */
const isOfCall = ({ message }: LogLine) => message.startsWith('LinkedIn: ');

/** Starts reading the log: the returned function returns all lines written since, except those about each call. */
export function readLogs(): () => LogLine[] {
	const from = written.length;
	return () => written.slice(from).filter((one) => !isOfCall(one));
}

/** As readLogs, of the lines about each call alone. */
export function readCalls(): () => LogLine[] {
	const from = written.length;
	return () => written.slice(from).filter(isOfCall);
}
