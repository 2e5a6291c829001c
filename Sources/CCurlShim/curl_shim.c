#include "curl_shim.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/// libcurl's functions with the types that its header gives them.
static struct {
  __typeof__(curl_global_init) *global_init;
  __typeof__(curl_easy_init) *easy_init;
  __typeof__(curl_easy_cleanup) *easy_cleanup;
  __typeof__(curl_easy_setopt) *easy_setopt;
  __typeof__(curl_easy_perform) *easy_perform;
  __typeof__(curl_easy_getinfo) *easy_getinfo;
  __typeof__(curl_easy_strerror) *easy_strerror;
  __typeof__(curl_slist_append) *slist_append;
  __typeof__(curl_slist_free_all) *slist_free_all;
  int is_loaded;
} curl;

static void load(void) {
  static const char *const names[] = {
      "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib"};
  void *library = NULL;
  for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  int all = 1;
#define LOAD(name) all &= (curl.name = (__typeof__(curl.name))dlsym(library, "curl_" #name)) != NULL
  LOAD(global_init);
  LOAD(easy_init);
  LOAD(easy_cleanup);
  LOAD(easy_setopt);
  LOAD(easy_perform);
  LOAD(easy_getinfo);
  LOAD(easy_strerror);
  LOAD(slist_append);
  LOAD(slist_free_all);
#undef LOAD
  curl.is_loaded = all && curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

typedef struct {
  const namescreen_download *download;
  namescreen_download_result *result;
  CURL *handle;
} transfer;

static size_t on_body(char *bytes, size_t size, size_t count, void *context) {
  transfer *transfer = context;
  long status = 0;
  curl.easy_getinfo(transfer->handle, CURLINFO_RESPONSE_CODE, &status);
  // The pages that come with errors and redirects are not what was asked for.
  if (status != 200) return size * count;
  const namescreen_download *download = transfer->download;
  return download->write(download->context, (const uint8_t *)bytes, size * count) == 0 ? size * count : 0;
}

static void keep(const char *line, size_t length, const char *name, char *place, size_t capacity) {
  size_t prefix = strlen(name);
  if (length <= prefix || strncasecmp(line, name, prefix) != 0) return;
  line += prefix;
  length -= prefix;
  while (length > 0 && (*line == ' ' || *line == '\t')) line++, length--;
  while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == '\n' || line[length - 1] == ' ')) length--;
  if (length >= capacity) return;
  memcpy(place, line, length);
  place[length] = 0;
}

static size_t on_header(char *line, size_t size, size_t count, void *context) {
  transfer *transfer = context;
  size_t length = size * count;
  if (length > 5 && strncasecmp(line, "HTTP/", 5) == 0) {
    // A new answer, behind a redirect.
    transfer->result->etag[0] = transfer->result->last_modified[0] = 0;
  }
  keep(line, length, "etag:", transfer->result->etag, sizeof transfer->result->etag);
  keep(line, length, "last-modified:", transfer->result->last_modified, sizeof transfer->result->last_modified);
  return length;
}

static int on_progress(void *context, curl_off_t total, curl_off_t received, curl_off_t a, curl_off_t b) {
  (void)a;
  (void)b;
  transfer *transfer = context;
  return transfer->download->progress(transfer->download->context, received, total);
}

namescreen_download_result namescreen_download_run(const namescreen_download *download) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  namescreen_download_result result = {0};
  CURL *handle = curl.is_loaded ? curl.easy_init() : NULL;
  if (!handle) {
    result.error = -1;
    snprintf(result.message, sizeof result.message, "libcurl cannot be loaded");
    return result;
  }
  char message[CURL_ERROR_SIZE] = "";
  transfer transfer = {download, &result, handle};
  struct curl_slist *headers = NULL;
  for (int32_t i = 0; i < download->header_count; i++) headers = curl.slist_append(headers, download->headers[i]);
  curl.easy_setopt(handle, CURLOPT_URL, download->url);
  curl.easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  curl.easy_setopt(handle, CURLOPT_USERAGENT, download->user_agent);
  // Whatever libcurl can unpack.
  curl.easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
  curl.easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl.easy_setopt(handle, CURLOPT_MAXREDIRS, 10L);
  curl.easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  // What was asked for over TLS must not arrive without it.
  int is_secure = strncasecmp(download->url, "https:", 6) == 0;
  curl.easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, is_secure ? "https" : "http,https");
  curl.easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, (long)download->stall_seconds);
  curl.easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 100L);
  curl.easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, (long)download->stall_seconds);
  curl.easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl.easy_setopt(handle, CURLOPT_ERRORBUFFER, message);
  curl.easy_setopt(handle, CURLOPT_WRITEFUNCTION, on_body);
  curl.easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
  curl.easy_setopt(handle, CURLOPT_HEADERFUNCTION, on_header);
  curl.easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
  curl.easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
  curl.easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, on_progress);
  curl.easy_setopt(handle, CURLOPT_XFERINFODATA, &transfer);
  CURLcode code = curl.easy_perform(handle);
  long status = 0;
  curl.easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  result.error = code;
  result.status = (int32_t)status;
  if (code != CURLE_OK)
    snprintf(result.message, sizeof result.message, "%s", message[0] ? message : curl.easy_strerror(code));
  curl.slist_free_all(headers);
  curl.easy_cleanup(handle);
  return result;
}
