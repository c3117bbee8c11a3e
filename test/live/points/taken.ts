import { refusalOf, Unsettled, type LiveAnswer } from '../session';

/** 403 and 404 mean that the token has no access, and say nothing about the point. */
export function orUnsettled(answer: LiveAnswer): LiveAnswer {
	if (answer.status === 403 || answer.status === 404) throw new Unsettled(refusalOf(answer));
	return answer;
}

/** Whether a call was accepted, in words. */
export const takes = (answer: LiveAnswer) => (answer.status === 200 ? 'taken' : refusalOf(answer));
