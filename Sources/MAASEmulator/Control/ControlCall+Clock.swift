import Formats
import Foundation
import HTTPServer

extension ControlCall {
    /// `POST /emulator/clock`.
    func setClock() throws -> HTTPResponse {
        let wanted = try object("advance", "mode")
        guard !wanted.members.isEmpty else { throw ControlError.badRequest("advance or mode is missing") }
        let mode = try wanted.optionalText("mode").map { text in
            guard let mode = Region.ClockMode(text) else {
                throw ControlError.badRequest("mode: must be real, manual or xN such as x60, not \(text)")
            }
            return mode
        }
        let seconds = try wanted["advance"].map(secondsToAdvance)
        try tenant.region.setClock(mode, advance: seconds)
        return try readClock()
    }

    /// A number of seconds, or `next`: to the next thing that is due.
    private func secondsToAdvance(_ value: FixtureValue) throws -> Double {
        guard value.value == .string("next") else { return try value.number(0...3_153_600_000) }
        let left = try tenant.region.withState { try ClockReport($0).untilNext }
        return Double(left ?? 0) / 1000
    }

    /// `GET /emulator/clock`: what time it is in the region, how it passes, and what is still to happen.
    func readClock() throws -> HTTPResponse {
        let report = try tenant.region.withState { try ClockReport($0) }
        return .control { report.write(into: &$0) }
    }
}

extension Region.ClockMode {
    /// Reads `real`, `manual` or `xN`.
    public init?(_ text: String) {
        switch text {
        case "real": self = .running(speed: 1)
        case "manual": self = .manual
        default:
            guard text.hasPrefix("x"), let speed = Double(text.dropFirst()), speed > 0, speed.isFinite else {
                return nil
            }
            self = .running(speed: speed)
        }
    }

    init(speed: Double) { self = speed == 0 ? .manual : .running(speed: speed) }

    var speed: Double {
        switch self {
        case .manual: 0
        case .running(let speed): speed
        }
    }

    var text: String {
        switch self {
        case .manual: "manual"
        case .running(1): "real"
        case .running(let speed): "x" + (Int(exactly: speed).map { String($0) } ?? String(speed))
        }
    }
}

extension Region {
    /// Changes how time passes, moves it forward by so many seconds, and applies what has come due.
    public func setClock(_ mode: ClockMode? = nil, advance seconds: Double? = nil) throws {
        try withState { state in
            if let mode { try state.clock.set(speed: mode.speed) }
            if let seconds { try state.clock.advance(by: Int(saturating: seconds * 1000)) }
        }
    }
}
