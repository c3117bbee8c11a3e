import { processMemory } from '../../../nodes/LinkedIn/transport/memory/process';
import { letPass, passTimeBySleeping } from '../../conformance/time';
import { faults, type Fault } from '../../simulator';
import { shownText } from '../../simulator/littleText';
import {
	ACME,
	comments,
	createPost,
	creates,
	posts,
	run,
	SELF_SERVE,
	ME,
	simulateForEachTest,
	simulator,
} from './countedWrites';
import { detailsOf } from './errorOutput';

/** A text that continues in comments is there once and in order, whatever fails between, and whichever run continues it. */

passTimeBySleeping();

simulateForEachTest();

const SENTENCES = Array.from(
	{ length: 140 },
	(_, index) => `This is sentence number ${index} of the long text.`,
);
const TEXT = SENTENCES.join(' ');
const LONG = { additionalFields: { longText: 'comments' } };
const COMMENTS = 3;
const DAY_MS = 86_400_000;

const ON_COMMENTS = { match: { path: /\/comments$/, restliMethod: 'CREATE' } };
const READ_COMMENTS = /\/comments(\?|$)/;
const longPost = (more = {}) => createPost(ACME, TEXT, { ...LONG, ...more });

/** What n8n forgets when it ends. */
function forgetAll(): void {
	(Object(processMemory) as { hosts: { clear(): void } }).hosts.clear();
}

/** The text as people read it, without the numbers of its parts. */
function shown(): string {
	const parts = [...posts().map((post) => shownText(post.parts)), ...comments().map(({ text }) => text)];
	return parts.map((part) => part.replace(/ \(1\/\d+\)$/, '').replace(/^\(\d+\/\d+\) /, '')).join(' ');
}

function expectWhole(): void {
	expect(posts()).toHaveLength(1);
	expect(comments()).toHaveLength(COMMENTS);
	expect(shown()).toBe(TEXT);
}

/** What went through needs no second run, and LinkedIn takes the same text again on another day. */
async function runNextDay(): Promise<void> {
	letPass(DAY_MS);
	const { error } = await run(longPost());
	expect(error).toBeUndefined();
}

test('without a fault it takes one call a part', async () => {
	const { outputs } = await run(longPost());
	expectWhole();
	expect(creates()).toHaveLength(1 + COMMENTS);
	expect(outputs[0][0].json.continuedIn).toEqual(comments().map(({ urn }) => urn));
});

test('a text that fits is published as it is', async () => {
	const { outputs } = await run(createPost(ACME, 'Short', LONG));
	expect(comments()).toEqual([]);
	expect(outputs[0][0].json).not.toHaveProperty('continuedIn');
});

test('by default nothing is published', async () => {
	const { error } = await run(createPost(ACME, TEXT));
	expect(error?.message).toContain('the maximum is 3000');
	expect(creates()).toEqual([]);
});

const FAULTS: Array<[string, (where: Partial<Fault>) => Fault]> = [
	['a refusal', faults.accessDenied],
	['the limit of the day', faults.dailyLimit],
	['an answer lost after LinkedIn did it', faults.resetAfterHandling],
	['an error of the server, which did it', faults.serverErrorAfterHandling],
	['a written comment without its id', faults.withoutId],
];
const ROWS = FAULTS.flatMap(([what, fault]) =>
	[0, COMMENTS - 1].map((after) => ({ what, fault, after, part: after + 2 })),
);

describe.each(ROWS)('$what at part $part', ({ fault, after }) => {
	beforeEach(() => simulator.faults.add(fault({ ...ON_COMMENTS, after })));

	test('with Retry On Fail, and on the next day where that does not help', async () => {
		const { error } = await run(longPost(), { retryOnFail: true, maxTries: 3 });
		if (error) await runNextDay();
		expectWhole();
	});

	test('run again on the next day', async () => {
		const { error } = await run(longPost());
		if (error) await runNextDay();
		expectWhole();
	});

	test('run again by an n8n that was restarted', async () => {
		const { error } = await run(longPost());
		forgetAll();
		if (error) await runNextDay();
		expectWhole();
	});

	test('by a member who cannot read comments', async () => {
		const parameters = createPost(ME, TEXT, LONG);
		const { error } = await run(parameters, { connection: SELF_SERVE });
		if (error) {
			letPass(DAY_MS);
			await run(parameters, { connection: SELF_SERVE });
		}
		expect(posts()).toHaveLength(1);
		const texts = comments().map(({ text }) => text);
		expect(new Set(texts).size).toBe(texts.length);
	});
});

test('two runs at once write it once', async () => {
	const results = await Promise.all([run(longPost()), run(longPost())]);
	expectWhole();
	expect(results.map(({ outputs }) => outputs[0][0].json.deduplicated).sort()).toEqual([false, true]);
});

test('nobody may know whether a part is there, and then nothing is sent', async () => {
	simulator.faults.add(faults.resetAfterHandling({ ...ON_COMMENTS, after: 1 }));
	simulator.faults.add(
		faults.serverError({ match: { path: READ_COMMENTS, restliMethod: 'GET_ALL' }, times: Infinity }),
	);
	const { error } = await run(longPost({ options: { maxWait: 1 } }));
	expect(error?.message).toContain('part 3 of 4');
	const again = await run(longPost({ options: { maxWait: 1 } }));
	expect(again.error?.message).toContain("its comments can't be read now");
	expect(comments()).toHaveLength(2);
	simulator.faults.clear();
	await run(longPost());
	expectWhole();
});

test('the error says what is there and how it continues', async () => {
	simulator.faults.add(faults.dailyLimit({ ...ON_COMMENTS, after: 1 }));
	const { outputs } = await run(longPost(), { onError: 'continueErrorOutput' });
	const details = detailsOf(outputs[1][0].json);
	expect(details).toMatchObject({ code: 'UNFINISHED', status: 429, retryAt: expect.any(String) });
	expect(details.advice).toContain('continues with part 3');
});

test('a first comment follows the last part', async () => {
	const additionalFields = { longText: 'comments', firstComment: 'And a link' };
	simulator.faults.add(faults.accessDenied({ ...ON_COMMENTS, after: 1 }));
	const parameters = createPost(ACME, TEXT, { additionalFields });
	await run(parameters, { retryOnFail: true, maxTries: 2 });
	expect(comments().map(({ text }) => text.slice(0, 10))).toEqual([
		'(2/4) This',
		expect.stringMatching(/^\(3\/4\)/),
		expect.stringMatching(/^\(4\/4\)/),
		'And a link',
	]);
});

test('a connection that cannot comment publishes nothing', async () => {
	const connection = { scopes: ['w_organization_social', 'r_organization_social'] };
	const { error } = await run(longPost(), { connection });
	expect(error?.message).toContain("can't comment as urn:li:organization:2414183");
	expect(creates()).toEqual([]);
});

test('without the ID of the post the rest is not written, and no try publishes it again', async () => {
	simulator.faults.add(faults.withoutId({ match: { path: /\/posts$/, restliMethod: 'CREATE' } }));
	const { error } = await run(longPost(), { retryOnFail: true, maxTries: 3 });
	expect(error?.message).toContain("LinkedIn didn't return the post's ID");
	expect(posts()).toHaveLength(1);
	expect(comments()).toEqual([]);
});

test('where LinkedIn has the post and shows no comments, the item says so and nothing is written', async () => {
	const parameters = createPost(ME, TEXT, LONG);
	await run(parameters, { connection: SELF_SERVE });
	forgetAll();
	const { outputs } = await run(parameters, { connection: SELF_SERVE });
	expect(outputs[0][0].json).toMatchObject({ deduplicated: true, continuedIn: null });
	expect(outputs[0][0].json.notice).toContain("can't be read");
	expect(posts()).toHaveLength(1);
	expect(comments()).toHaveLength(COMMENTS);
});
