import CommandLine
import Foundation
import MAASEmulator

/// The value of `--clock`.
struct ClockFlag: FlagReadable {
    let mode: Region.ClockMode

    init(mode: Region.ClockMode) { self.mode = mode }

    init(flagText: String) throws(FlagValueError) {
        guard let mode = Region.ClockMode(flagText) else {
            throw FlagValueError("'\(flagText)' is not real, manual or xN such as x60")
        }
        self.mode = mode
    }
}

/// The value of `--maas-version`.
struct VersionFlag: FlagReadable {
    let version: MAASVersion

    init(version: MAASVersion) { self.version = version }

    init(flagText: String) throws(FlagValueError) {
        guard let version = MAASVersion(rawValue: flagText) else {
            let known = MAASVersion.allCases.map(\.rawValue).joined(separator: ", ")
            throw FlagValueError("'\(flagText)' is not one of \(known)")
        }
        self.version = version
    }
}

/// The value of `--auth`.
enum AuthFlag: String, FlagReadable, CaseIterable {
    case oauth
    case off
}

/// The value of `--log`.
enum LogFlag: String, FlagReadable, CaseIterable {
    case text
    case json
    case off

    /// Writes one line a request on standard error.
    var sink: @Sendable (RequestRecord) -> Void {
        switch self {
        case .off: { _ in }
        case .text: { StandardStream.error.write(RequestLine.text($0) + "\n") }
        case .json: { StandardStream.error.write(RequestLine.json($0) + "\n") }
        }
    }
}

/// One line of the request log.
enum RequestLine {
    static func text(_ record: RequestRecord) -> String {
        var line = "\(stamp()) \(record.status) \(record.method) \(record.target)"
        line += " \(record.operation ?? "-") \(record.username ?? "-") \(milliseconds(record)) ms"
        if !record.unread.isEmpty { line += " unread: \(record.unread.joined(separator: ","))" }
        if let fault = record.fault { line += " fault: \(fault)" }
        return line
    }

    static func json(_ record: RequestRecord) -> String {
        var members: [String: any Sendable] = [
            "time": stamp(), "status": record.status, "method": record.method, "target": record.target,
            "milliseconds": record.milliseconds,
        ]
        members["operation"] = record.operation
        members["username"] = record.username
        members["fault"] = record.fault
        if !record.unread.isEmpty { members["unread"] = record.unread }
        guard
            let data = try? JSONSerialization.data(
                withJSONObject: members, options: [.sortedKeys, .withoutEscapingSlashes])
        else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    private static func stamp() -> String {
        Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    private static func milliseconds(_ record: RequestRecord) -> String {
        String(format: "%.1f", record.milliseconds)
    }
}

/// How much of something a generated region has.
protocol CountFlag: FlagReadable {
    static var range: ClosedRange<Int> { get }
    init(number: Int)
}

extension CountFlag {
    init(flagText: String) throws(FlagValueError) {
        guard let number = Int(flagText), Self.range.contains(number) else {
            throw FlagValueError(
                "'\(flagText)' is not a number from \(Self.range.lowerBound) to \(Self.range.upperBound)")
        }
        self.init(number: number)
    }
}

/// The value of `--machines`.
struct MachineCount: CountFlag {
    static let range = 0...GeneratedInventory.most.machines
    let number: Int
}

/// The value of `--vm-hosts`.
struct VMHostCount: CountFlag {
    static let range = 0...GeneratedInventory.most.vmHosts
    let number: Int
}

/// The value of `--zones`.
struct ZoneCount: CountFlag {
    static let range = 1...GeneratedInventory.most.zones
    let number: Int
}

/// The value of `--racks`.
struct RackCount: CountFlag {
    static let range = 1...GeneratedInventory.most.racks
    let number: Int
}
