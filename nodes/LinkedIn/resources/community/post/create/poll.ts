/**
 * A question with two to four answers.
 * @see docs.polls
 */
import { InputError } from '../../../../transport/errors/inputError';
import { counted } from '../../../../transport/text/counted';
import { plainText } from '../../../values/plainText';
import { readAll } from '../../../values/problems';
import type { ContentKind } from './contentType';

const MAX_QUESTION_CHARACTERS = 140;
const MAX_OPTION_CHARACTERS = 30;
const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 4;
const DURATIONS: Record<string, string> = {
	ONE_DAY: '1 Day',
	THREE_DAYS: '3 Days',
	SEVEN_DAYS: '1 Week',
	FOURTEEN_DAYS: '2 Weeks',
};

const QUESTION = 'Question';
const OPTIONS = 'Answers';
const DURATION = 'Duration';
const forPolls = { show: { contentType: ['poll'] } };

export const poll: ContentKind = {
	value: 'poll',
	name: 'Poll',
	description: 'A question with two to four answers',
	fields: [
		{
			displayName: QUESTION,
			name: 'pollQuestion',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Tabs or spaces?',
			description: 'Up to 140 characters',
			displayOptions: forPolls,
		},
		{
			displayName: OPTIONS,
			name: 'pollOptions',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. Tabs\nSpaces',
			description: '2 to 4 answers, one per line or a list from an expression, up to 30 characters each',
			displayOptions: forPolls,
		},
		{
			displayName: DURATION,
			name: 'pollDuration',
			type: 'options',
			default: 'THREE_DAYS',
			description: 'How long people can vote',
			options: Object.entries(DURATIONS).map(([value, name]) => ({ name, value })),
			displayOptions: forPolls,
		},
	],
	async prepare(call) {
		const { question, answers, duration } = readAll({
			question: () => questionOf(call.parameter<unknown>('pollQuestion', '')),
			answers: () => answersOf(call.parameter<unknown>('pollOptions', '')),
			duration: () => durationOf(call.parameter<unknown>('pollDuration', 'THREE_DAYS')),
		});
		const options = answers.map((text) => ({ text }));
		const body = { content: { poll: { question, options, settings: { duration } } } };
		return { media: [], calls: {}, make: async () => ({ body, media: [] }) };
	},
};

function questionOf(given: unknown): string {
	const question = plainText(given, QUESTION).trim();
	if (question === '')
		throw new InputError(QUESTION, `${QUESTION} is empty`, 'Enter the question of the poll.');
	checkLength(QUESTION, question, MAX_QUESTION_CHARACTERS);
	return question;
}

function answersOf(given: unknown): string[] {
	const lines = Array.isArray(given) ? given : plainText(given, OPTIONS).split(/\r?\n/);
	const answers = lines.map((line) => plainText(line, OPTIONS).trim()).filter(Boolean);
	if (answers.length < FEWEST_OPTIONS || answers.length > MOST_OPTIONS) {
		throw new InputError(
			OPTIONS,
			answers.length === 1 ? 'There is 1 answer' : `There are ${answers.length} answers`,
			`A poll needs ${FEWEST_OPTIONS} to ${MOST_OPTIONS} answers, one per line.`,
		);
	}
	for (const answer of answers) checkLength(OPTIONS, answer, MAX_OPTION_CHARACTERS);
	return answers;
}

function durationOf(given: unknown): string {
	const duration = plainText(given, DURATION);
	if (Object.hasOwn(DURATIONS, duration)) return duration;
	const known = Object.keys(DURATIONS).join(', ');
	throw new InputError(DURATION, `Unknown duration "${duration}"`, `Use one of ${known}.`);
}

function checkLength(field: string, text: string, most: number): void {
	if (text.length <= most) return;
	throw new InputError(
		field,
		`"${text}" has ${text.length} characters; the maximum is ${most}`,
		`Shorten it by ${counted(text.length - most, 'character')}.`,
	);
}
