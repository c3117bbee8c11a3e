const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Files that take long, mostly waiting. Jest doesn't know yet on a new machine; begun last, one would run alone at
 * the end.
 */
const LONGEST = [
	'e2e/restart',
	'e2e/demo',
	'e2e/jobs',
	'oddAnswers',
	'fuzz/community',
	'soak/comments.steady',
	'nodes/LinkedIn/cases',
	'wrongClock',
	'fuzz/ads',
	'conformance/matrix',
	'growth/texts',
];

const rank = ({ path }) => {
	const at = LONGEST.findIndex((name) => path.includes(`/${name}.`));
	return at < 0 ? LONGEST.length : at;
};

module.exports = class LongestFirst extends Sequencer {
	sort(tests) {
		return super.sort(tests).sort((one, other) => rank(one) - rank(other));
	}
};
