/// The only door to libcurl, which is opened at the first download: no other command pays for loading it.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// What to download and what to tell the server.
typedef struct {
  const char *url;
  /// Header lines, e.g. `If-None-Match: "x"`.
  const char *const *headers;
  int32_t header_count;
  const char *user_agent;
  /// Longest time to connect, and longest time in which less than 100 bytes a second may come, in seconds.
  int32_t stall_seconds;
  /// Gets the bytes of a successful answer; returns 0 to go on.
  int32_t (*write)(void *context, const uint8_t *bytes, size_t count);
  /// Gets how many bytes came and how many will, or 0 where that is unknown; returns 0 to go on.
  int32_t (*progress)(void *context, int64_t received, int64_t total);
  void *context;
} namescreen_download;

/// What came of it.
typedef struct {
  /// 0 when an answer came in whole, else libcurl's error code; -1 when there is no libcurl.
  int32_t error;
  /// HTTP status of the last answer, or 0.
  int32_t status;
  char etag[512];
  char last_modified[128];
  /// In words; empty without an error.
  char message[512];
} namescreen_download_result;

/// Downloads over http or https, following redirects; blocks until it is done.
namescreen_download_result namescreen_download_run(const namescreen_download *download);
