package import ChisoModel

/// The normal form of an expression as a 128-bit hash of its structure.
///
/// Names are resolved, the session's names unfolded, arguments in declared order, a trailing period read as a
/// slice; nothing algebraic. Two expressions with one key are the same question. The keys are made and compared
/// within one process only; at 2⁶⁴ distinct expressions a chance collision becomes likely.
@usableFromInline package struct QuestionKey: MixedHashable, Sendable {
  @usableFromInline var high: UInt64
  @usableFromInline var low: UInt64

  /// The key of a leaf or of an operation without operands yet.
  @inlinable package init(_ tag: Tag, _ payload: UInt64 = 0) {
    high = QuestionKey.mix(0x9E37_79B9_7F4A_7C15 ^ UInt64(tag.rawValue), payload)
    low = QuestionKey.mix(0xC2B2_AE3D_27D4_EB4F ^ payload, UInt64(tag.rawValue) &+ 0x1656_67B1_9E37_79F9)
  }

  /// What the key is of; part of the hash.
  @usableFromInline package enum Tag: UInt8 {
    case number, text, period, range, unit, word, boolean, indicator, stored, parameter
    case binary, negate, not
    case slice, selector, convert, conditional, call, form, asOf, given
  }

  /// The key with one more operand.
  @inlinable package func appending(_ other: QuestionKey) -> QuestionKey {
    var result = self
    result.high = QuestionKey.mix(high ^ other.low, other.high)
    result.low = QuestionKey.mix(low &+ other.high, other.low ^ 0x27D4_EB2F_1656_67C5)
    return result
  }

  /// The key with a text in it.
  @inlinable package func appending(text: String) -> QuestionKey {
    var result = self
    for byte in text.utf8 {
      result.high = (result.high ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      result.low = QuestionKey.mix(result.low, UInt64(byte))
    }
    return result
  }

  /// The key with a unit in it.
  package func appending(_ unit: UnitOfMeasure) -> QuestionKey {
    unit == .one ? appending(QuestionKey(.unit)) : appending(text: unit.description)
  }

  /// A full-width multiplication folded onto itself (Wang Yi, wyhash).
  @inlinable static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: right ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}

extension QuestionKey {
  /// The key is a hash already.
  @inlinable package var mixed: UInt64 { low }
}

/// A key of a dictionary whose fields are mixed into one number, so that looking it up costs one multiplication.
///
/// Such keys are made by checking, never from what somebody outside chooses as a whole.
@usableFromInline package protocol MixedHashable: Hashable {
  /// The fields in one number.
  var mixed: UInt64 { get }
}

extension MixedHashable {
  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(mixed) }

  @inlinable package func _rawHashValue(seed: Int) -> Int {
    Int(truncatingIfNeeded: QuestionKey.mix(mixed, UInt64(truncatingIfNeeded: seed)))
  }
}

extension Period? {
  /// The days in one number; 0 for none.
  package var mixed: UInt64 {
    guard let period = self else { return 0 }
    return UInt64(UInt32(bitPattern: period.first.dayNumber)) << 32
      | UInt64(UInt32(bitPattern: period.last.dayNumber))
  }
}
