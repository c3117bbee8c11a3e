/** When the next step of each piece of work is due, and when nothing is requested at all. */
import { notAfterReset } from '../../../transport/limits/quota';
import type { Fault } from '../../polling/core/answer';
import { isRefusal } from '../../polling/core/asking';
import { pollEveryMs } from '../../polling/core/budget';
import { closesSource } from '../../polling/core/closed';

/** Share of the daily calls; the rest is for new leads and for reading late ones. */
const NEWS_SHARE = 0.75;
const FIRST_RETRY_MS = 60_000;
const MOST_DOUBLINGS = 6;
/** After a 401: a short failure passes within a minute, an expired token needs someone to reconnect. */
const SIGN_IN_RETRY_MS = [1, 2, 4, 8, 15].map((minutes) => minutes * 60_000);

/** How often each stream is checked for new leads, in milliseconds. */
export function newsEveryMs(callsADay: number, streams: number): number {
	return pollEveryMs(callsADay, 1, Math.max(1, streams), NEWS_SHARE);
}

interface Due {
	atMs: number;
	/** Steps in a row with a fault. */
	faults: number;
	/** Counts steps: if two are due at the same time, the one that has waited longer comes first. */
	turn: number;
}

/** Of the running process; losing it costs calls, never a lead. */
export class Pace {
	private readonly dues = new Map<string, Due>();
	private turns = 0;
	private refusedTokens = 0;
	private quietUntilMs = -Infinity;

	/**
	 * The next piece of work.
	 * @param otherwiseMs when a piece that hasn't been done yet is due
	 * @param latestMs later due times came from other settings, or from a clock that was ahead
	 */
	next<Piece extends { key: string; otherwiseMs: number; latestMs: number }>(
		pieces: Piece[],
		nowMs: number,
	): Piece | undefined {
		let next: { piece: Piece; due: Due } | undefined;
		for (const piece of pieces) {
			const due = this.dueOf(piece.key) ?? { atMs: piece.otherwiseMs, faults: 0, turn: 0 };
			due.atMs = Math.min(due.atMs, piece.latestMs);
			if (due.atMs > nowMs) continue;
			const isSooner =
				!next || due.atMs < next.due.atMs || (due.atMs === next.due.atMs && due.turn < next.due.turn);
			if (isSooner) next = { piece, due };
		}
		return next?.piece;
	}

	/** It's due again at this time. */
	set(key: string, atMs: number): void {
		this.dues.set(key, { atMs, faults: 0, turn: (this.turns += 1) });
	}

	/** The token was accepted. */
	noteAccepted(): void {
		this.refusedTokens = 0;
	}

	/** @param usualMs interval if there are no faults */
	noteFault(key: string, fault: Fault, nowMs: number, usualMs: number, refusedForMs: number): void {
		if (fault.kind === 'wait') return;
		if (fault.kind === 'signIn') {
			const retry = Math.min(this.refusedTokens, SIGN_IN_RETRY_MS.length - 1);
			this.quietUntilMs = nowMs + SIGN_IN_RETRY_MS[retry];
			this.refusedTokens += 1;
			return;
		}
		const faults = (this.dueOf(key)?.faults ?? 0) + 1;
		const retryMs = FIRST_RETRY_MS * 2 ** Math.min(faults - 1, MOST_DOUBLINGS);
		const atMs =
			fault.kind === 'quota' || closesSource(fault)
				? notAfterReset(fault.untilMs ?? nowMs + retryMs, nowMs)
				: nowMs + (isRefusal(fault) ? refusedForMs : Math.min(usualMs, retryMs));
		this.dues.set(key, { atMs, faults, turn: (this.turns += 1) });
	}

	/** Nothing is requested because the token is refused. */
	isQuiet(nowMs: number): boolean {
		const longestMs = SIGN_IN_RETRY_MS[SIGN_IN_RETRY_MS.length - 1];
		return nowMs < this.quietUntilMs && this.quietUntilMs <= nowMs + longestMs;
	}

	/** Another connection may be allowed more or less, so everything is tried at once. */
	forget(): void {
		this.dues.clear();
		this.refusedTokens = 0;
		this.quietUntilMs = -Infinity;
	}

	/** Epoch milliseconds; undefined if it hasn't been done yet. */
	dueAt(key: string): number | undefined {
		return this.dueOf(key)?.atMs;
	}

	hasFaults(key: string): boolean {
		return (this.dueOf(key)?.faults ?? 0) > 0;
	}

	private dueOf(key: string): Due | undefined {
		return this.dues.get(key);
	}
}
