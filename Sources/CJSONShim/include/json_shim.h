/// The only door to simdjson: one JSON value at a time, as a row of nodes.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  namescreen_json_null = 0,
  namescreen_json_false = 1,
  namescreen_json_true = 2,
  namescreen_json_number = 3,
  namescreen_json_string = 4,
  namescreen_json_array = 5,
  namescreen_json_object = 6,
} namescreen_json_kind;

/// A value, or the key of an object before its value. The elements of an array and the keys and values of an object follow
/// it, each with everything in it.
typedef struct {
  /// Of a string: UTF-8, valid until the next parse.
  const uint8_t *text;
  uint32_t length;
  /// How many nodes the value takes with everything in it.
  uint32_t size;
  uint8_t kind;
} namescreen_json_node;

typedef struct namescreen_json_parser namescreen_json_parser;

namescreen_json_parser *namescreen_json_parser_make(void);
void namescreen_json_parser_free(namescreen_json_parser *parser);

/// Parses one value that fills `bytes`. Returns how many nodes it has, which stay valid until the next call, or -1 when the
/// bytes are no JSON, nest deeper than 64 levels, or there is no memory.
int64_t namescreen_json_parse(
    namescreen_json_parser *parser, const uint8_t *bytes, size_t count, const namescreen_json_node **nodes);

#ifdef __cplusplus
}
#endif
