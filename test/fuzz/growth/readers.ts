import { objectiveOf } from '../../../nodes/LinkedIn/resources/ads/fields/objective';
import { criteriaOf } from '../../../nodes/LinkedIn/resources/ads/targeting/criteria';
import { sha256Email } from '../../../nodes/LinkedIn/resources/ads/values/emailHash';
import { localeOf } from '../../../nodes/LinkedIn/resources/ads/values/locale';
import { amountOf } from '../../../nodes/LinkedIn/resources/ads/values/money';
import { momentOf } from '../../../nodes/LinkedIn/resources/ads/values/schedule';
import { readKeys } from '../../../nodes/LinkedIn/resources/api/input';
import { readPath } from '../../../nodes/LinkedIn/resources/api/path';
import { withMentions } from '../../../nodes/LinkedIn/resources/community/comment/mentions';
import { typedText } from '../../../nodes/LinkedIn/resources/community/post/create/additional';
import { commentaryOf } from '../../../nodes/LinkedIn/resources/posts/commentary';
import { readJson } from '../../../nodes/LinkedIn/resources/values/json';
import { entriesOf } from '../../../nodes/LinkedIn/resources/values/plainText';
import { twinOf } from '../../../nodes/LinkedIn/transport/errors/errorResponse';
import { InputError } from '../../../nodes/LinkedIn/transport/errors/inputError';
import { Secrets } from '../../../nodes/LinkedIn/transport/redaction/secrets';
import { boundaryFor } from '../../../nodes/LinkedIn/transport/restli/boundary';
import { batchKey, decodeId, decodeValue } from '../../../nodes/LinkedIn/transport/restli/decode';
import { tunnel } from '../../../nodes/LinkedIn/transport/restli/tunnel';
import {
	parseActor,
	parseOrganization,
	parsePerson,
} from '../../../nodes/LinkedIn/transport/restli/urns/actor';
import { parseComment } from '../../../nodes/LinkedIn/transport/restli/urns/comment';
import { parsePostOrComment } from '../../../nodes/LinkedIn/transport/restli/urns/entity';
import { parsePost } from '../../../nodes/LinkedIn/transport/restli/urns/post';
import { parseSponsored } from '../../../nodes/LinkedIn/transport/restli/urns/sponsored';
import { canonicalUrn } from '../../../nodes/LinkedIn/transport/restli/urns/urn';
import { toSrt } from '../../../nodes/LinkedIn/transport/text/captions/captions';
import { decodedText } from '../../../nodes/LinkedIn/transport/text/captions/charset';
import {
	commentaryLength,
	fromLittleText,
	toLittleText,
} from '../../../nodes/LinkedIn/transport/text/littleText';
import { fromMarkdown } from '../../../nodes/LinkedIn/transport/text/markdown/markdown';
import { attributedText } from '../../../nodes/LinkedIn/transport/text/mentions/attributes';
import { isSameText } from '../../../nodes/LinkedIn/transport/text/sameText';

const ADA = { name: 'Ada', urn: 'urn:li:person:Ada782bbtaQ' };
const MENTIONS = [
	ADA,
	ADA,
	{ name: 'Ada Ada', urn: ADA.urn },
	{ name: 'a', urn: ADA.urn },
	{ name: '.', urn: ADA.urn },
];

const secrets = new Secrets();
// Made of the same pieces as the texts, so that parts of it match.
secrets.learn('AQX-access-aaaaaaaaaaaaaaaaaaaaaaaa', '\\\\\\\\\\\\%25%25%25%25%25', '((((((((((((((((');

/** Everything that reads a text that a user typed, an expression returned or LinkedIn sent. */
export const textReaders: Record<string, (text: string) => unknown> = {
	'entries of a field': (text) => entriesOf(text, 'Field'),
	'a post': (text) => parsePost(text, 'Post'),
	'a comment': (text) => parseComment(text, 'Comment'),
	'a post or comment': (text) => parsePostOrComment(text, 'Post'),
	'a page': (text) => parseOrganization(text, 'Page'),
	'a person': (text) => parsePerson(text, 'Person'),
	'an author': (text) => parseActor(text, 'Author'),
	'a campaign': (text) => parseSponsored('campaign', text, 'Campaign'),
	'a lead form': (text) => parseSponsored('leadForm', text, 'Lead Form'),
	'the spelling of a URN': canonicalUrn,
	'an id of LinkedIn': decodeId,
	'a key of a batch': (text) => batchKey(decodeValue(text)),
	Markdown: (text) => fromMarkdown(text, { boldLetters: true }),
	'Markdown in bold': (text) => fromMarkdown(`# ${text}`, { boldLetters: true }),
	'Markdown of a post': (text) => typedText(text, { textIs: 'markdown' }),
	'a text of a post': (text) => commentaryOf(text, { mention: [ADA] }),
	'a text to little text': (text) => toLittleText(text, MENTIONS),
	'the length of a text': (text) => commentaryLength(text, MENTIONS),
	'little text': fromLittleText,
	'the mentions of a comment': (text) => attributedText(text, MENTIONS),
	'the mentions that a comment needs': (text) => withMentions(text, { mention: [{ ...ADA, who: ADA.urn }] }),
	'a comment that mentions each of its words': (text) => {
		const names = [...new Set(text.match(/[^\s,]{1,40}/g) ?? [])].slice(0, -1);
		withMentions(text, { mention: names.map((name) => ({ name, who: ADA.urn })) });
	},
	'a long query': (text) => tunnel({ method: 'GET', path: '/', query: text, headers: {}, body: text }),
	'captions as SRT': (text) => toSrt(`1\n00:00:01.000 --> 00:00:02.000\n${text}`),
	'captions as WebVTT': (text) => toSrt(`WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<${text}`),
	'cues of WebVTT': (text) => toSrt(`WEBVTT\n${text}`),
	'times of captions': (text) => toSrt(`1\n${text} --> ${text}\n${text}`),
	'captions of an older encoding': (text) => decodedText(Buffer.from(`\xe9${text}`, 'latin1'), 'fr_FR'),
	'captions of an older encoding with words of two alphabets': (text) =>
		decodedText(Buffer.from(`\xef\xf0\xe8 ${text}`, 'latin1'), 'ru_RU'),
	'captions of two bytes a character': (text) =>
		decodedText(Buffer.from(`\x82\xa0${text}\x82`, 'latin1'), 'ja_JP'),
	'captions to be sent': (text) => boundaryFor('captions-of-the-video', [text]),
	JSON: (text) => readJson(text, 'Body', ''),
	'keys of a path': (text) => readKeys('{}', text),
	'a path': (text) => readPath(text, 'https://api.linkedin.com'),
	'a language': (text) => localeOf(text, 'Language'),
	'an amount': (text) => amountOf(text, 'Budget'),
	'a moment': (text) => momentOf(text, 'Start', 'UTC'),
	'an objective': objectiveOf,
	'an e-mail address': (text) => sha256Email(text, 'Email'),
	targeting: (text) => criteriaOf([{ facet: 'locations', entities: text, match: 'and' }], undefined),
	'an answer that may hold secrets': (text) => secrets.clean(text),
	'a text as LinkedIn shows it': (text) => isSameText(text, `${text} `),
	'a refusal of LinkedIn': (message) => twinOf({ status: 422, message }),
};

/** Refusals count as answers. @throws anything that isn't a refusal */
export function readText(reader: string, text: string): void {
	try {
		textReaders[reader](text);
	} catch (error) {
		const isOfDecoding = error instanceof Error && error.message.startsWith('Not a Rest.li value');
		if (!(error instanceof InputError) && !isOfDecoding) throw error;
	}
}
