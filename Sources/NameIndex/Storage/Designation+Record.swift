import Designations

/// The layout of a record: integers as varints, text as a number in the string pool.
///
///     publisher, local id, names: count, then (text, quality * 4 + is original script * 2 + has
///     language, language?) each,
///     present: a bit for every field below that is not empty, then those fields in this order:
///       0 programmes   1 legal bases   2 listed on   3 last changed   4 birth dates   5 birth places
///       6 countries: count, then (code, relation)    7 gender
///       8 identifiers: count, then (kind * 4 + has country * 2 + has detail, value, country?, detail?)
///       9 titles      10 remarks      11 linked to  12 topics
///      13 addresses
///     a partial date: year (signed), has month + 2 * has day, month?, day? (signed)
///     a listed date: 0 exact, 1 circa, 2 range, then one partial date or two
///
/// Type and list stand in columns of their own. A field that a designation gains takes the next bit, and
/// `layoutVersion` rises.
enum DesignationRecord {
  static let layoutVersion: UInt32 = 2

  static func encode(_ designation: Designation, to writer: inout some RecordWriter) throws(IndexError) {
    try writer.write(designation.id.publisher)
    try writer.write(designation.id.local)
    writer.write(count: designation.names.count)
    for name in designation.names {
      try writer.write(name.text)
      writer.write(
        name.quality.recordCode << 2 | (name.isOriginalScript ? 2 : 0) | (name.language == nil ? 0 : 1))
      if let language = name.language { try writer.write(language) }
    }
    var present: UInt64 = 0
    func mark(_ bit: UInt64, _ isPresent: Bool) { if isPresent { present |= 1 << bit } }
    mark(0, !designation.programmes.isEmpty)
    mark(1, !designation.legalBases.isEmpty)
    mark(2, designation.listedOn != nil)
    mark(3, designation.lastChanged != nil)
    mark(4, !designation.birthDates.isEmpty)
    mark(5, !designation.birthPlaces.isEmpty)
    mark(6, !designation.countries.isEmpty)
    mark(7, designation.gender != nil)
    mark(8, !designation.identifiers.isEmpty)
    mark(9, !designation.titles.isEmpty)
    mark(10, designation.remarks != nil)
    mark(11, !designation.linkedTo.isEmpty)
    mark(12, !designation.topics.isEmpty)
    mark(13, !designation.addresses.isEmpty)
    writer.write(present)
    func isPresent(_ bit: UInt64) -> Bool { present & (1 << bit) != 0 }
    if isPresent(0) { try writer.write(designation.programmes) }
    if isPresent(1) { try writer.write(designation.legalBases) }
    if let date = designation.listedOn { encode(date, to: &writer) }
    if let date = designation.lastChanged { encode(date, to: &writer) }
    if isPresent(4) {
      writer.write(count: designation.birthDates.count)
      for date in designation.birthDates { encode(date, to: &writer) }
    }
    if isPresent(5) { try writer.write(designation.birthPlaces) }
    if isPresent(6) {
      writer.write(count: designation.countries.count)
      for country in designation.countries {
        try writer.write(country.code)
        writer.write(country.relation)
      }
    }
    if let gender = designation.gender { writer.write(gender) }
    if isPresent(8) {
      writer.write(count: designation.identifiers.count)
      for identifier in designation.identifiers { try encode(identifier, to: &writer) }
    }
    if isPresent(9) { try writer.write(designation.titles) }
    if let remarks = designation.remarks { try writer.write(remarks) }
    if isPresent(11) { try writer.write(designation.linkedTo) }
    if isPresent(12) { try writer.write(designation.topics) }
    if isPresent(13) { try writer.write(designation.addresses) }
  }

  static func decode(
    _ reader: inout RecordReader, type: EntityType, list: String
  ) throws(IndexError) -> Designation {
    var designation = Designation(id: try decodeID(&reader), list: list, type: type, names: [])
    let names = try reader.count()
    // A damaged record may count more than it has.
    designation.names.reserveCapacity(min(names, 16))
    for _ in 0..<names { designation.names.append(try decodeName(&reader)) }
    let present = try reader.integer()
    func isPresent(_ bit: UInt64) -> Bool { present & (1 << bit) != 0 }
    guard present < 1 << 14 else { throw reader.damaged("fields \(present)", expected: "14 bits") }
    if isPresent(0) { designation.programmes = try reader.texts() }
    if isPresent(1) { designation.legalBases = try reader.texts() }
    if isPresent(2) { designation.listedOn = try decodePartialDate(&reader) }
    if isPresent(3) { designation.lastChanged = try decodePartialDate(&reader) }
    if isPresent(4) {
      for _ in 0..<(try reader.count()) { designation.birthDates.append(try decodeListedDate(&reader)) }
    }
    if isPresent(5) { designation.birthPlaces = try reader.texts() }
    if isPresent(6) {
      for _ in 0..<(try reader.count()) {
        designation.countries.append(ListedCountry(code: try reader.text(), relation: try reader.code()))
      }
    }
    if isPresent(7) { designation.gender = try reader.code() }
    if isPresent(8) {
      for _ in 0..<(try reader.count()) { designation.identifiers.append(try decodeIdentifier(&reader)) }
    }
    if isPresent(9) { designation.titles = try reader.texts() }
    if isPresent(10) { designation.remarks = try reader.text() }
    if isPresent(11) { designation.linkedTo = try reader.texts() }
    if isPresent(12) { designation.topics = try reader.texts() }
    if isPresent(13) { designation.addresses = try reader.texts() }
    return designation
  }

  static func decodeID(_ reader: inout RecordReader) throws(IndexError) -> EntityID {
    EntityID(publisher: try reader.text(), local: try reader.text())
  }

  private static func decodeName(_ reader: inout RecordReader) throws(IndexError) -> DesignatedName {
    let text = try reader.text()
    let code = try reader.integer()
    guard let quality = AliasQuality(recordCode: code >> 2) else {
      throw reader.damaged("code \(code) of a name", expected: "below \(4 * AliasQuality.recordCodes.count)")
    }
    return DesignatedName(
      text, quality: quality, language: code & 1 == 0 ? nil : try reader.text(),
      isOriginalScript: code & 2 != 0)
  }

  private static func encode(_ identifier: Identifier, to writer: inout some RecordWriter) throws(IndexError)
  {
    let parts: UInt64 = (identifier.country == nil ? 0 : 2) | (identifier.detail == nil ? 0 : 1)
    writer.write(identifier.kind.recordCode << 2 | parts)
    try writer.write(identifier.value)
    if let country = identifier.country { try writer.write(country) }
    if let detail = identifier.detail { try writer.write(detail) }
  }

  private static func decodeIdentifier(_ reader: inout RecordReader) throws(IndexError) -> Identifier {
    let code = try reader.integer()
    guard let kind = Identifier.Kind(recordCode: code >> 2) else {
      throw reader.damaged(
        "code \(code) of an identifier", expected: "below \(4 * Identifier.Kind.recordCodes.count)")
    }
    let value = try reader.text()
    let country = code & 2 == 0 ? nil : try reader.text()
    return Identifier(
      kind: kind, value: value, country: country, detail: code & 1 == 0 ? nil : try reader.text())
  }

  private static func encode(_ date: ListedDate, to writer: inout some RecordWriter) {
    switch date {
    case .exact(let date):
      writer.write(0 as UInt64)
      encode(date, to: &writer)
    case .circa(let date):
      writer.write(1 as UInt64)
      encode(date, to: &writer)
    case .range(let first, let last):
      writer.write(2 as UInt64)
      encode(first, to: &writer)
      encode(last, to: &writer)
    }
  }

  private static func decodeListedDate(_ reader: inout RecordReader) throws(IndexError) -> ListedDate {
    switch try reader.integer() {
    case 0: .exact(try decodePartialDate(&reader))
    case 1: .circa(try decodePartialDate(&reader))
    case 2: .range(try decodePartialDate(&reader), try decodePartialDate(&reader))
    case let kind: throw reader.damaged("kind \(kind) of a date", expected: "0, 1 or 2")
    }
  }

  private static func encode(_ date: PartialDate, to writer: inout some RecordWriter) {
    writer.write(signed: date.year)
    writer.write((date.month == nil ? 0 : 1) | (date.day == nil ? 0 : 2) as UInt64)
    if let month = date.month { writer.write(signed: month) }
    if let day = date.day { writer.write(signed: day) }
  }

  private static func decodePartialDate(_ reader: inout RecordReader) throws(IndexError) -> PartialDate {
    let year = try reader.signed()
    let parts = try reader.integer()
    guard parts < 4 else { throw reader.damaged("parts \(parts) of a date", expected: "0...3") }
    let month = parts & 1 == 0 ? nil : try reader.signed()
    return PartialDate(year: year, month: month, day: parts & 2 == 0 ? nil : try reader.signed())
  }
}
