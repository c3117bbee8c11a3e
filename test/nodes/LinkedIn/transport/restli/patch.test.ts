import { patch } from '../../../../../nodes/LinkedIn/transport/restli/patch';

describe('patch', () => {
	it.each([
		['§3.6 a post', patch({ commentary: 'new' }), { patch: { $set: { commentary: 'new' } } }],
		[
			'§5.6 a comment',
			patch({ text: 'new' }, [], 'message'),
			{ patch: { message: { $set: { text: 'new' } } } },
		],
		['§1.5 removal', patch({}, ['contentLandingPage']), { patch: { $delete: ['contentLandingPage'] } }],
		['§1.5 both', patch({ a: 1 }, ['b']), { patch: { $set: { a: 1 }, $delete: ['b'] } }],
		['undefined left out', patch({ a: undefined, b: 0 }), { patch: { $set: { b: 0 } } }],
	])('builds %s', (_rule, built, body) => {
		expect(built).toStrictEqual(body);
	});
});
