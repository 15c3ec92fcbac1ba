import Foundation

/// Bytes that are appended one piece after another, as JSON needs them. It grows by doubling, and is its own memory, since
/// an array looks at every append whether somebody else holds it.
struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 1 << 12
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    var bytes: [UInt8] { [UInt8](UnsafeBufferPointer(start: start, count: count)) }

    /// Where `more` bytes may be written.
    @inline(__always) private mutating func room(_ more: Int) -> UnsafeMutablePointer<UInt8> {
        if capacity - count < more { grow(more) }
        return start + count
    }

    private mutating func grow(_ more: Int) {
        capacity = max(2 * capacity, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    mutating func append(_ byte: UInt8) {
        room(1).pointee = byte
        count += 1
    }

    mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        room(length).update(from: text.utf8Start, count: length)
        count += length
    }

    mutating func append(text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// The bytes of a range again, with more blanks, or fewer, where its lines begin.
    mutating func repeatBytes(_ range: Range<Int>, moreBlanks: Int = 0) {
        if moreBlanks == 0 {
            let place = room(range.count)
            place.update(from: start + range.lowerBound, count: range.count)
            count += range.count
            return
        }
        var rest = range
        while let line = memchr(start + rest.lowerBound, Int32(UInt8(ascii: "\n")), rest.count) {
            let end = UnsafePointer(line.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(start) + 1
            repeatBytes(rest.lowerBound..<end)
            rest = end - min(0, moreBlanks)..<rest.upperBound
            let blanks = max(0, moreBlanks)
            memset(room(blanks), 0x20, blanks)
            count += blanks
        }
        repeatBytes(rest)
    }

    /// The end of a line, and the blanks that the next one begins with.
    mutating func append(lineWithBlanks blanks: Int) {
        let place = room(blanks + 1)
        place.pointee = UInt8(ascii: "\n")
        memset(place + 1, 0x20, blanks)
        count += blanks + 1
    }

    /// The name of a member, which needs no escapes, and the colon behind it.
    mutating func append(key: StaticString) {
        let length = key.utf8CodeUnitCount
        let place = room(length + 4)
        place[0] = UInt8(ascii: "\"")
        (place + 1).update(from: key.utf8Start, count: length)
        place[length + 1] = UInt8(ascii: "\"")
        place[length + 2] = UInt8(ascii: ":")
        place[length + 3] = UInt8(ascii: " ")
        count += length + 4
    }

    mutating func append(digitsOf value: Int) {
        // A sign and the digits of 64 bits.
        let most = 20
        let place = room(most)
        var first = most
        var rest = value.magnitude
        repeat {
            first -= 1
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            place[first] = UInt8(ascii: "0") + UInt8(digit)
            rest = quotient
        } while rest > 0
        if value < 0 {
            first -= 1
            place[first] = UInt8(ascii: "-")
        }
        memmove(place, place + first, most - first)
        count += most - first
    }

    /// A text as JSON has it.
    mutating func append(quoted text: String) {
        var text = text
        text.withUTF8 { utf8 in
            let place = room(utf8.count + 2)
            place[0] = UInt8(ascii: "\"")
            var hasEscapes = false
            for index in utf8.indices {
                place[index + 1] = utf8[index]
                hasEscapes = hasEscapes || !utf8[index].isPlainInJSON
            }
            if hasEscapes { return append(escaped: utf8) }
            place[utf8.count + 1] = UInt8(ascii: "\"")
            count += utf8.count + 2
        }
    }

    private mutating func append(escaped utf8: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        for byte in utf8 {
            if byte.isPlainInJSON { append(byte) } else { append(escapeOf: byte) }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(escapeOf byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append(#"\""#)
        case UInt8(ascii: "\\"): append(#"\\"#)
        case 0x0A: append(#"\n"#)
        case 0x0D: append(#"\r"#)
        case 0x09: append(#"\t"#)
        default:
            let digits = String(byte, radix: 16)
            append(text: "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
    }
}

extension UInt8 {
    /// Stands for itself within the quotes of a JSON text.
    @inline(__always) var isPlainInJSON: Bool {
        self >= 0x20 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
    }
}
