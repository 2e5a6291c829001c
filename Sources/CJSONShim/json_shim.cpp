#include "json_shim.h"

#include <simdjson.h>

#include <new>
#include <vector>

struct namescreen_json_parser {
  simdjson::dom::parser parser;
  std::vector<namescreen_json_node> nodes;
};

namespace {

constexpr int depth_limit = 64;

// Appends a value and everything in it; false when it nests too deep.
bool append(std::vector<namescreen_json_node> &nodes, simdjson::dom::element element, int depth) {
  if (depth > depth_limit) return false;
  size_t place = nodes.size();
  nodes.push_back({nullptr, 0, 1, namescreen_json_null});
  switch (element.type()) {
    case simdjson::dom::element_type::STRING: {
      std::string_view text = element.get_string().value_unsafe();
      nodes[place].text = reinterpret_cast<const uint8_t *>(text.data());
      nodes[place].length = static_cast<uint32_t>(text.size());
      nodes[place].kind = namescreen_json_string;
      break;
    }
    case simdjson::dom::element_type::ARRAY:
      nodes[place].kind = namescreen_json_array;
      for (simdjson::dom::element child : element.get_array().value_unsafe())
        if (!append(nodes, child, depth + 1)) return false;
      break;
    case simdjson::dom::element_type::OBJECT:
      nodes[place].kind = namescreen_json_object;
      for (simdjson::dom::key_value_pair field : element.get_object().value_unsafe()) {
        nodes.push_back(
            {reinterpret_cast<const uint8_t *>(field.key.data()), static_cast<uint32_t>(field.key.size()), 1,
             namescreen_json_string});
        if (!append(nodes, field.value, depth + 1)) return false;
      }
      break;
    case simdjson::dom::element_type::BOOL:
      nodes[place].kind = element.get_bool().value_unsafe() ? namescreen_json_true : namescreen_json_false;
      break;
    case simdjson::dom::element_type::NULL_VALUE: break;
    default: nodes[place].kind = namescreen_json_number;
  }
  nodes[place].size = static_cast<uint32_t>(nodes.size() - place);
  return true;
}

}  // namespace

namescreen_json_parser *namescreen_json_parser_make(void) { return new (std::nothrow) namescreen_json_parser; }

void namescreen_json_parser_free(namescreen_json_parser *parser) { delete parser; }

int64_t namescreen_json_parse(
    namescreen_json_parser *parser, const uint8_t *bytes, size_t count, const namescreen_json_node **nodes) {
  try {
    parser->nodes.clear();
    simdjson::dom::element root;
    // simdjson copies the bytes to where it may read behind them.
    if (parser->parser.parse(reinterpret_cast<const char *>(bytes), count, true).get(root)) return -1;
    if (!append(parser->nodes, root, 0)) return -1;
    *nodes = parser->nodes.data();
    return static_cast<int64_t>(parser->nodes.size());
  } catch (...) {
    // Nothing but want of memory throws.
    return -1;
  }
}
