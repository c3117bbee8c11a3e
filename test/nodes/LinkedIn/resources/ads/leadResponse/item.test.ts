import { presentLead } from '../../../../../../nodes/LinkedIn/resources/ads/leadResponse/item';

/** Answers joined with their form (docs.leads). */

const question = (questionId: number, name: string, more: object = {}) => ({ questionId, name, ...more });
const text = (questionId: number, answer: string) => ({
	questionId,
	answerDetails: { textQuestionAnswer: { answer } },
});
const choice = (questionId: number, options: Array<number | string>) => ({
	questionId,
	answerDetails: { multipleChoiceAnswer: { options } },
});
const colours = {
	questionDetails: {
		multipleChoiceQuestionDetails: {
			options: [
				{ id: 0, text: { localized: { es_ES: 'Rojo', en_US: 'Red' } } },
				{ id: 1, text: { localized: { en_US: 'Blue' } } },
			],
		},
	},
};

const lead = (questions: object[], answers: unknown[], more: object = {}) =>
	presentLead(
		{
			id: 'x-6',
			formResponse: { answers },
			form: { creationLocale: { country: 'ES', language: 'es' }, content: { questions } },
			...more,
		},
		true,
	);

test('questions of one name are told apart by the form, whichever of them a lead answers', () => {
	const form = [question(1, 'Colour'), question(2, 'Colour')];
	expect(lead(form, [text(1, 'red'), text(2, 'blue')]).answers).toEqual({
		Colour: 'red',
		'Colour (2)': 'blue',
	});
	expect(lead(form, [text(2, 'blue')]).answers).toEqual({ 'Colour (2)': 'blue' });
});

test('no answer takes the place of another whose question is called as the number would make it', () => {
	const form = [question(1, 'Q'), question(2, 'Q (3)', colours), question(3, 'Q', colours)];
	const item = lead(form, [text(1, 'one'), choice(2, [0]), choice(3, [1])]);
	expect(item.answers).toEqual({ Q: 'one', 'Q (3)': 'Rojo', 'Q (3) (3)': 'Blue' });
	expect(item.choices).toEqual({ 'Q (3)': ['Rojo'], 'Q (3) (3)': ['Blue'] });
});

test('what somebody answered comes before what LinkedIn calls it', () => {
	const columns = Object.keys(lead([], []));
	expect(columns.slice(0, 4)).toEqual(['answers', 'fields', 'submittedAt', 'form']);
	expect(columns.slice(-2)).toEqual(['id', 'urn']);
});

test('options are texts in the language of the form, else in any, else their numbers', () => {
	const form = [question(1, 'Colour', colours)];
	expect(lead(form, [choice(1, [0, 1, 9])]).answers).toEqual({ Colour: 'Rojo, Blue, 9' });
	// Numbers may come as text.
	expect(lead(form, [choice(1, ['0', '1'])]).choices).toEqual({ Colour: ['Rojo', 'Blue'] });
});

test('what was chosen stands as a list too, under the same names, so that commas in options part nothing', () => {
	const options = [
		{ id: 1, text: { localized: { es_ES: 'Red, dark' } } },
		{ id: 2, text: { localized: { es_ES: 'Blue' } } },
	];
	const details = { questionDetails: { multipleChoiceQuestionDetails: { options } } };
	const form = [question(1, 'Colour', details), question(2, 'Colour', details), question(3, 'Name')];
	const item = lead(form, [choice(1, [1, 2]), choice(2, [2]), text(3, 'Ada, Ben'), choice(9, [4])]);
	expect(item.answers).toEqual({
		Colour: 'Red, dark, Blue',
		'Colour (2)': 'Blue',
		Name: 'Ada, Ben',
		9: '4',
	});
	expect(item.choices).toEqual({ Colour: ['Red, dark', 'Blue'], 'Colour (2)': ['Blue'], 9: ['4'] });
});

test('a question without a name is called by its text, one that is not in the form by its number', () => {
	const form = [{ questionId: 1, question: { localized: { es_ES: 'Nombre' } } }];
	expect(lead(form, [text(1, 'Ada'), text(7, 'seven')]).answers).toEqual({ Nombre: 'Ada', 7: 'seven' });
});

test('questions of LinkedIn stand under the name of their field, too', () => {
	const form = [question(1, 'Vorname', { predefinedField: 'FIRST_NAME' }), question(2, 'Colour')];
	expect(lead(form, [text(1, 'Ada'), text(2, 'red')]).fields).toEqual({ FIRST_NAME: 'Ada' });
});

test('names that every object has are names like others', () => {
	const form = [question(1, 'constructor'), question(2, '__proto__')];
	const { answers } = lead(form, [text(1, 'a'), text(2, 'b')]);
	expect(Object.entries(answers as object)).toEqual([
		['constructor', 'a'],
		['__proto__', 'b'],
	]);
});

test('consents carry their text; one that the form does not know is kept without', () => {
	const consents = [{ id: 0, consent: { localized: { es_ES: 'Acepto' } } }];
	const item = lead([], [], {
		form: {
			creationLocale: { country: 'ES', language: 'es' },
			content: { questions: [], legalInfo: { consents } },
		},
		formResponse: {
			answers: [],
			consentResponses: [
				{ consentId: 0, accepted: true },
				{ consentId: 5, accepted: false },
			],
		},
	});
	expect(item.consents).toEqual([
		{ text: 'Acepto', accepted: true },
		{ text: null, accepted: false },
	]);
});

test.each([{}, { formResponse: 'x' }, { formResponse: { answers: [null, 7] } }])(
	'%j gives an item with the same keys',
	(body) => {
		expect(Object.keys(presentLead(body, true))).toEqual(Object.keys(lead([], [])));
	},
);
