import Foundation
import HTTPServer
import Synchronization

/// The emulator: MAAS's API under `/MAAS/`, and its own control endpoints under `/emulator/`.
///
/// It works in-process by `respond(to:)`, and behind `HTTPServer` over a socket, with the same answers.
public final class Emulator: Sendable {
    /// The version of the emulator itself.
    public static let version = "0.1.0"

    /// What answers say they come from.
    static let product = "maas-emulator/\(version)"

    /// The region that requests belong to unless their API key is a sandbox's.
    public let region: Region
    let main: Tenant
    let sandboxes: Sandboxes
    private let delays = Delays()
    private let controlToken: String?
    private let started = Date()
    private let log: @Sendable (RequestRecord) -> Void

    /// - Parameters:
    ///   - region: the main region, which answers whoever has no key of a sandbox.
    ///   - controlToken: what the control endpoints want as `Authorization: Bearer`; `nil` asks for nothing.
    ///   - log: called after every request, on the thread that answered it.
    public init(
        region: Region, controlToken: String? = nil, log: @escaping @Sendable (RequestRecord) -> Void = { _ in }
    ) {
        self.region = region
        main = Tenant(id: nil, region: region, delays: delays)
        sandboxes = Sandboxes(version: region.version, delays: delays)
        self.controlToken = controlToken
        self.log = log
    }

    /// Answers a request.
    public func respond(to request: HTTPRequest) -> HTTPResponse {
        let begun = ContinuousClock.now
        var record: RequestRecord
        var response: HTTPResponse
        if request.path == "/emulator" || request.path.hasPrefix("/emulator/") {
            response = control(request)
            record = RequestRecord(request, status: response.status)
        } else {
            let tenant = sandboxes.tenant(of: request) ?? main
            (response, record) = tenant.answer(request)
        }
        if response.headers["Server"] == nil { response.headers["Server"] = Self.product }
        record.milliseconds = Double((ContinuousClock.now - begun) / .microseconds(1)) / 1000
        log(record)
        return response
    }

    /// Ends the delays that faults have injected, so that a server that waits for its answers can stop.
    public func endDelays() { delays.end() }

    /// Seconds since it was made.
    var uptime: Double { Date().timeIntervalSince(started) }

    private func control(_ request: HTTPRequest) -> HTTPResponse {
        if let controlToken, request.headers["Authorization"] != "Bearer \(controlToken)" {
            var response = ControlError(
                status: 401, message: "the control endpoints want Authorization: Bearer and the control token"
            ).response
            response.headers["WWW-Authenticate"] = "Bearer"
            return response
        }
        do {
            return try ControlRouter(self).answer(request)
        } catch let error as ControlError {
            return error.response
        } catch let error as FixtureError {
            return ControlError.badRequest("\(error)").response
        } catch {
            return ControlError(status: 500, message: "\(error)").response
        }
    }
}
