/**
 * n8n's own LinkedIn node only supports api.linkedin.com. Its files stay unchanged; what the engine's HTTP client sends
 * there goes to the simulator.
 */
import type { AxiosStatic } from 'axios';

import { engineRequire } from './shareWorkflow';

const BUILT_FOR = 'https://api.linkedin.com';
/** It sends images with POST, which LinkedIn also accepts; its pages, and so the simulator, only know PUT. */
const UPLOADS = /^http:\/\/127\.0\.0\.1:\d+\/dms-uploads\//;

export function sendToSimulator(url: string): void {
	const axios = engineRequire()('axios') as AxiosStatic;
	axios.interceptors.request.use((config) => {
		if (config.url?.startsWith(BUILT_FOR)) config.url = url + config.url.slice(BUILT_FOR.length);
		if (UPLOADS.test(config.url ?? '') && config.method?.toLowerCase() === 'post') config.method = 'put';
		return config;
	});
}
