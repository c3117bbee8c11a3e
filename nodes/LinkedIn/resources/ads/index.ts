import { api } from '../api';
import { profile } from '../profile';
import { usage } from '../usage';
import { adAccount } from './adAccount';
import { adAccountUser } from './adAccountUser';
import { adLibrary } from './adLibrary';
import { audience } from './audience';
import { campaign } from './campaign';
import { campaignGroup } from './campaignGroup';
import { conversion } from './conversion';
import { conversionEvent } from './conversionEvent';
import { creative } from './creative';
import { leadForm } from './leadForm';
import { leadResponse } from './leadResponse';
import { report } from './report';
import { targeting } from './targeting';

/** In the order of use, as the lists show them; the first one is what a new node shows. */
export const adsResources = [
	report,
	campaign,
	campaignGroup,
	creative,
	leadResponse,
	leadForm,
	conversionEvent,
	conversion,
	adAccount,
	adAccountUser,
	audience,
	targeting,
	adLibrary,
	profile,
	usage,
	api,
];
