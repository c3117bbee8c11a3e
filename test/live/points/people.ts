import { elementsOf, enc, type List } from '../wire';
import { refusalOf, Unsettled } from '../session';
import type { Point } from '../point';

/** Forms of a key that are accepted, by the id of the person. */
const FORMS = (id: string) => [`(id:${id})`, `id=${id}`, id, `urn:li:person:${id}`];

/** Points that other people settle, as the admin of a page. */
export const PEOPLE_POINTS: Point[] = [
	{
		row: 'keys of a batch of people; what is sent of members who hide',
		async ask(session, found) {
			const urn = (await found.roles()).find(({ roleAssignee }) => roleAssignee !== undefined)?.roleAssignee;
			if (urn === undefined) throw new Unsettled('no role says whose it is');
			const id = urn.slice(urn.lastIndexOf(':') + 1);
			const { results } = await session.readWell<{ results?: object }>({
				name: 'the member among people',
				restliMethod: 'BATCH_GET',
				path: `/rest/people?ids=List((id:${enc(id)}))`,
			});
			const [key] = Object.keys(Object(results) as object);
			if (key === undefined) throw new Unsettled('the member is not among the results');
			return { does: `keyed as ${key.replace(id, 'a')}`, fits: FORMS(id).includes(decodeURIComponent(key)) };
		},
	},
	{
		row: 'whom a profile address finds: followers of the page or others; 404 or an empty list if nobody',
		async ask(session, found) {
			const nobody = enc('https://www.linkedin.com/in/nobody-has-this-name-0f3a9c7e');
			const answer = await session.read({
				name: 'a profile address that nobody has',
				restliMethod: 'FINDER',
				path: `/rest/vanityUrl?q=vanityUrlAsOrganization&vanityUrl=${nobody}&organization=${enc(await found.page())}`,
			});
			if (answer.status === 403) throw new Unsettled(refusalOf(answer));
			const isEmpty = answer.status === 200 && elementsOf(Object(answer.body) as List).length === 0;
			const does = isEmpty ? 'nobody is an empty list' : `nobody is ${refusalOf(answer)}`;
			return { does, fits: isEmpty || answer.status === 404 };
		},
	},
	{
		row: 'whether places are found by the start of their name only, and under which name their text comes',
		async ask(session) {
			const answer = await session.read({
				name: 'places by a part of their name',
				restliMethod: 'FINDER',
				path: '/rest/geoTypeahead?q=search&query=states',
			});
			if (answer.status === 403) throw new Unsettled(refusalOf(answer));
			const places = elementsOf(Object(answer.body) as List).map((place) => Object(place) as object);
			const names = [...new Set(places.flatMap((place) => Object.keys(place)))].sort().join(', ');
			const isKnown = places.every((place) => 'displayText' in place || 'displayName' in place);
			return { does: `${places.length} by a part of a name${names && `: ${names}`}`, fits: isKnown };
		},
	},
	{
		row: 'what LinkedIn answers to a short or odd name of a follower',
		async ask(session, found) {
			const answer = await session.read({
				name: 'followers by one letter',
				restliMethod: 'FINDER',
				path: `/rest/peopleTypeahead?q=organizationFollowers&keywords=a&organization=${enc(await found.page())}`,
			});
			if (answer.status === 403) throw new Unsettled(refusalOf(answer));
			const count = elementsOf(Object(answer.body) as List).length;
			const does = answer.status === 200 ? `${count} followers for one letter` : refusalOf(answer);
			return { does, fits: true };
		},
	},
];
