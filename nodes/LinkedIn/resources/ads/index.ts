import { api } from '../api';
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

/** The first one is what a new node shows. */
export const adsResources = [
	report,
	campaign,
	campaignGroup,
	creative,
	adAccount,
	leadResponse,
	leadForm,
	conversionEvent,
	conversion,
	targeting,
	audience,
	adAccountUser,
	adLibrary,
	api,
];
