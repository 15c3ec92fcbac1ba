import Foundation
import TestSupport
import Testing

@testable import Formats

/// Random documents, written with what is repeated in them copied, and without.
@Suite("JSON writer, random documents")
struct JSONWriterRandomTests {
    private indirect enum Part {
        case text(String)
        case number(Int)
        case list([Part])
        case object([(name: String, value: Part)])
        /// One of the parts that come again and again.
        case again(Int)
    }

    private var random = SeededGenerator()

    private mutating func text() -> String {
        let length = random.next(below: random.next(below: 20) == 0 ? 6000 : 30)
        let scalars: [UnicodeScalar] = ["\"", "\\", "\n", "\t", "\u{1}", "a", "b", "é", "\u{1F980}"]
        return String((0..<length).map { _ in Character(scalars[random.next(below: scalars.count)]) })
    }

    private mutating func part(depth: Int, repeating: Bool) -> Part {
        switch random.next(below: depth > 6 ? 2 : repeating ? 5 : 4) {
        case 0: return .text(text())
        case 1: return .number(Int(truncatingIfNeeded: random.next()) >> random.next(below: 64))
        case 2: return .list((0..<random.next(below: 5)).map { _ in part(depth: depth + 1, repeating: repeating) })
        case 3:
            return .object(
                (0..<random.next(below: 5)).map { ("\($0)" + text(), part(depth: depth + 1, repeating: repeating)) })
        default: return .again(random.next(below: 3))
        }
    }

    private func write(_ part: Part, _ shared: [Part], copying: Bool, into json: inout JSONWriter) {
        switch part {
        case .text(let text): json.string(text)
        case .number(let number): json.integer(number)
        case .list(let parts): json.array(of: parts) { write($1, shared, copying: copying, into: &$0) }
        case .object(let members):
            json.object { json in
                for member in members {
                    json.key(named: member.name)
                    write(member.value, shared, copying: copying, into: &json)
                }
            }
        case .again(let index) where copying:
            json.repeated("again", index) { write(shared[index], [], copying: false, into: &$0) }
        case .again(let index): write(shared[index], [], copying: false, into: &json)
        }
    }

    @Test mutating func whatIsCopiedIsWhatWouldHaveBeenWritten() throws {
        for _ in 0..<100 {
            let shared = (0..<3).map { _ in part(depth: 4, repeating: false) }
            let document = Part.list((0..<6).map { _ in part(depth: 0, repeating: true) })
            for style in [JSONWriter.Style.indented, .compact] {
                var copied = JSONWriter(style)
                var plain = JSONWriter(style)
                write(document, shared, copying: true, into: &copied)
                write(document, shared, copying: false, into: &plain)
                #expect(copied.bytes == plain.bytes)
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(plain.bytes)) }
            }
        }
    }
}
