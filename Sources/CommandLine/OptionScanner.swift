import CGetopt
import Foundation
import Synchronization

/// Splits arguments into flags and operands by the rules of `getopt_long`: `--name value`, `--name=value`, unambiguous
/// beginnings of names, operands anywhere, and nothing but operands after `--`.
struct OptionScanner {
    struct Scan {
        var values: [String: [String]] = [:]
        var operands: [String] = []
        var wantsHelp = false
    }

    /// `getopt_long` keeps its place in global variables, so one thread at a time may be in it.
    private static let turn = Mutex(())
    private static let operandCode: Int32 = 1
    private static let firstFlagCode: Int32 = 1000

    let flags: [any AnyFlag]
    let synonyms: [String: String]

    func scan(_ arguments: [String]) throws(UsageError) -> Scan {
        let names = flags.map(\.name) + ["help"]
        let storage = (["program"] + arguments).map { strdup($0) }
        let nameStorage = names.map { strdup($0) }
        defer { (storage + nameStorage).forEach { free($0) } }
        var argv = storage + [nil]
        var options = zip(nameStorage, 0...).map { name, index in
            let takesValue = index < flags.count && flags[index].placeholder != nil
            return option(
                name: name, has_arg: takesValue ? required_argument : no_argument, flag: nil,
                val: Self.firstFlagCode + Int32(index))
        }
        options.append(option(name: nil, has_arg: 0, flag: nil, val: 0))

        var scan = Scan()
        let failure: UsageError? = Self.turn.withLock { _ in
            cgetopt_begin()
            while true {
                // "-" reports operands in their place, ":" keeps it from printing.
                let step = cgetopt_next(Int32(storage.count), &argv, "-:h", options)
                let text = step.value.map { String(cString: $0) } ?? ""
                switch step.code {
                case -1:
                    scan.operands += arguments.dropFirst(Int(step.next) - 1)
                    return nil
                case Self.operandCode:
                    scan.operands.append(text)
                case Int32(UInt8(ascii: "h")), Self.firstFlagCode + Int32(flags.count):
                    scan.wantsHelp = true
                case Int32(UInt8(ascii: ":")):
                    return UsageError(flag: names[Int(step.refused - Self.firstFlagCode)], "a value is missing")
                case Int32(UInt8(ascii: "?")):
                    return refusal(of: arguments[max(0, Int(step.next) - 2)], code: step.refused, names: names)
                default:
                    scan.values[names[Int(step.code - Self.firstFlagCode)], default: []].append(text)
                }
            }
        }
        if let failure { throw failure }
        return scan
    }

    /// Says why `getopt_long` answered `?`: a value where none belongs, a short flag, or an ambiguous or unknown name.
    private func refusal(of argument: String, code: Int32, names: [String]) -> UsageError {
        if code >= Self.firstFlagCode {
            return UsageError(flag: names[Int(code - Self.firstFlagCode)], "takes no value")
        }
        if code != 0 {
            return UsageError("unknown flag '-\(Character(UnicodeScalar(UInt8(truncatingIfNeeded: code))))'")
        }
        let given = String(argument.drop { $0 == "-" }.prefix { $0 != "=" })
        let candidates = names.filter { $0.hasPrefix(given) }
        if candidates.count > 1 {
            return UsageError("'--\(given)' could be \(candidates.map { "--\($0)" }.joined(separator: " or "))")
        }
        let meant = synonyms[given].flatMap { names.contains($0) ? $0 : nil }
        let hint = (meant ?? Suggestion.nearest(to: given, among: names)).map { "; did you mean '--\($0)'?" } ?? ""
        return UsageError("unknown flag '--\(given)'\(hint)")
    }
}
