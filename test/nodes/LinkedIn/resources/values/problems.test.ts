import { InputErrors, readAll, readAllInTurn } from '../../../../../nodes/LinkedIn/resources/values/problems';
import { InputError } from '../../../../../nodes/LinkedIn/transport/errors/inputError';

/** If several fields are wrong, one error reports all of them. */

const wrong = (field: string) => (): never => {
	throw new InputError(field, `${field} is wrong`, `Correct ${field}.`);
};
const broken = () => {
	throw new TypeError('a fault of ours');
};

async function failureOf(read: () => unknown): Promise<unknown> {
	try {
		await read();
	} catch (error) {
		return error;
	}
	return undefined;
}

describe.each([
	['at once', readAll],
	['in turn', readAllInTurn as unknown as typeof readAll],
])('read %s', (_how, read) => {
	it('gives all values, also those that are undefined', async () => {
		expect(await read({ one: () => 1, none: () => undefined })).toEqual({ one: 1, none: undefined });
	});

	it('leaves a lone problem as it is', async () => {
		const failure = await failureOf(() => read({ one: () => 1, two: wrong('Two') }));
		expect(failure).not.toBeInstanceOf(InputErrors);
		expect(failure).toMatchObject({ field: 'Two', message: 'Two is wrong', advice: 'Correct Two.' });
	});

	it('names each problem once, those within a reader and between fields too', async () => {
		const failure = await failureOf(() =>
			read<{ one: unknown; two: unknown; inner: unknown }>(
				{
					one: wrong('One'),
					two: () => 2,
					inner: () => read({ three: wrong('Three'), four: wrong('Four') }),
				},
				(values) =>
					Object.keys(values).map((name) => new InputError('Five', `${name} does not fit`, 'Change it.')),
			),
		);
		expect(failure).toMatchObject({
			field: 'One, Three, Four, Five',
			message: '4 problems: One is wrong; Three is wrong; Four is wrong; two does not fit',
			advice: 'One: Correct One. Three: Correct Three. Four: Correct Four. Five: Change it.',
		});
	});

	it('passes on at once what is no problem of the input', async () => {
		const failure = await failureOf(() => read({ one: wrong('One'), two: broken, three: wrong('Three') }));
		expect(failure).toBeInstanceOf(TypeError);
	});
});
