import { furtherStart } from '../../../../../../nodes/LinkedIn/triggers/polling/core/furtherPages';

/** A page that began at 100, after this many empty ones. */

const EMPTY = { isEmpty: true, isUnmet: false, isNews: false };
const UNMET = { isEmpty: false, isUnmet: true, isNews: false };
const NEWS = { isEmpty: false, isUnmet: true, isNews: true };
const KNOWN = { isEmpty: false, isUnmet: false, isNews: false };
const TOLD = { next: 200, isGuess: false };
const GUESSED = { next: 200, isGuess: true };

test.each([
	['the end, whatever is on the page', 0, { next: undefined, isGuess: false }, NEWS, undefined],
	['a page of what was not met', 0, TOLD, UNMET, 200],
	['a page of what was met', 0, TOLD, KNOWN, 'nowhere'],
	['an empty page', 0, TOLD, EMPTY, 200],
	['a second empty page', 1, TOLD, EMPTY, 200],
	['a third empty page', 2, TOLD, EMPTY, 'nowhere'],
	['a page behind two empty ones', 2, TOLD, UNMET, 200],
	['a link to the page itself', 0, { next: 100, isGuess: false }, UNMET, 'nowhere'],
	['a link back', 0, { next: 0, isGuess: false }, EMPTY, 'nowhere'],
	['news, and no word of more', 0, GUESSED, NEWS, 200],
	['nothing new, and no word of more', 0, GUESSED, UNMET, undefined],
	['nothing, and no word of more', 0, GUESSED, EMPTY, undefined],
	['nothing new, and LinkedIn leads back', 0, { ...GUESSED, leadsBack: true }, UNMET, 'nowhere'],
] as const)('%s', (_what, emptyPages, further, found, next) => {
	expect(furtherStart({ start: 100, emptyPages }, further, found)).toBe(next);
});
