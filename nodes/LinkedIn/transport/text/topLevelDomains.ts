/** Endings by which a host name without a scheme is recognized: common ones, and all country codes. */

const COMMON =
	'com org net edu gov mil int info biz name pro mobi jobs travel asia app dev ai io co tech tv page blog shop store ' +
	'online site website web cloud space world global group agency company team work works consulting digital media ' +
	'news marketing design studio solutions services support network systems software academy education school ' +
	'community foundation social club life live today email link click xyz top vip one zone center events expert ' +
	'finance bank capital ventures partners management recruitment careers health care energy eco green build house ' +
	'law legal art film photo photography berlin hamburg koeln bayern wien london paris amsterdam nyc tokyo swiss eu';

const COUNTRIES =
	'ac ad ae af ag al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf ' +
	'cg ch ci ck cl cm cn cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et fi fj fk fm fo fr ga gd ge gf gg gh ' +
	'gi gl gm gn gp gq gr gt gu gw gy hk hm hn hr ht hu id ie il im in iq ir is it je jm jo jp ke kg kh ki km kn kp kr ' +
	'kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ' +
	'ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh ' +
	'si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tw tz ua ug uk us uy uz va vc ve ' +
	'vg vi vn vu wf ws ye yt za zm zw рф укр бел срб бг мкд қаз ελ ישראל';

/** In lower case. */
export const TOP_LEVEL_DOMAINS: ReadonlySet<string> = new Set(`${COMMON} ${COUNTRIES}`.split(' '));
