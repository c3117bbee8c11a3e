import {
	deadlineMs,
	MOST_ANSWER_BYTES,
	type CallKind,
} from '../../../../../nodes/LinkedIn/transport/limits/callLimits';

it.each<[kind: CallKind, sizeBytes: number | undefined, seconds: number]>([
	['read', undefined, 60],
	['write', undefined, 120],
	['upload', 0, 60],
	['upload', 50_000, 61],
	['upload', 4_000_000, 140],
	['upload', 200_000_000, 4_060],
])('a call of the kind "%s" with %s bytes may take %d seconds', (kind, sizeBytes, seconds) => {
	expect(deadlineMs(kind, sizeBytes)).toBe(seconds * 1000);
});

it('answers are held to a size by kind', () => {
	expect(MOST_ANSWER_BYTES).toEqual({ read: 64_000_000, write: 16_000_000, upload: 1_000_000 });
});
