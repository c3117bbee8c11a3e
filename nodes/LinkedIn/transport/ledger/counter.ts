/** One counter of LinkedIn's: a member's, or an application's over all its members. */
import { Quota } from '../limits/quota';
import { KEPT } from '../memory/kept';
import { Ledger } from './ledger';

export class Counter {
	readonly quota = new Quota(KEPT.quota.most);
	readonly ledger = new Ledger(KEPT.ledger.most, Date.now());
}
