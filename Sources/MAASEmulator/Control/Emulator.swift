import Foundation
import HTTPServer
import MAASAPI
import SQLite
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
    let delays = Delays()
    /// How many streams of events are open.
    let streams = Atomic<Int>(0)
    private let door: ControlDoor
    private let started = Date()
    private let log: @Sendable (RequestRecord) -> Void

    /// - Parameters:
    ///   - region: the main region, which answers whoever has no key of a sandbox.
    ///   - controlToken: what the control endpoints want as `Authorization: Bearer`; `nil` asks for nothing.
    ///   - host: the address that is listened on; without a token the control endpoints are served as it and as loopback.
    ///   - log: called after every request but what the page reads by itself, on the thread that answered it.
    public init(
        region: Region, controlToken: String? = nil, host: String? = nil,
        log: @escaping @Sendable (RequestRecord) -> Void = { _ in }
    ) {
        self.region = region
        main = Tenant(id: nil, region: region, delays: delays)
        sandboxes = Sandboxes(version: region.version, delays: delays)
        door = ControlDoor(token: controlToken, host: host)
        self.log = log
    }

    /// Answers a request.
    public func respond(to request: HTTPRequest) -> HTTPResponse {
        let begun = ContinuousClock.now
        var record: RequestRecord
        var response: HTTPResponse
        if request.path == "/emulator" || request.path.hasPrefix("/emulator/") {
            response = control(request)
            BrowserHeaders.add(to: &response)
            record = RequestRecord(request, status: response.status)
        } else {
            do {
                (response, record) = try tenant(of: request).answer(request)
            } catch {
                // Whose it is cannot be told: it must not become the main region's.
                response = Region.failure(error)
                record = RequestRecord(request, status: response.status)
            }
        }
        if response.headers["Server"] == nil { response.headers["Server"] = Self.product }
        record.milliseconds = Double((ContinuousClock.now - begun) / .microseconds(1)) / 1000
        // The page reads for as long as it is open; lines of that would hide those of the clients.
        let isPageReading =
            request.method == "GET" && response.status < 400 && request.headers[Self.pageMark] != nil
            && request.path.hasPrefix("/emulator/")
        if !isPageReading { log(record) }
        return response
    }

    /// What the page sends with each of its requests.
    private static let pageMark = "X-Emulator-Page"

    /// Whose request it is: a sandbox's, or else the main region's.
    /// - Throws: what keeps a database from saying whether it has such a user.
    private func tenant(of request: HTTPRequest) throws -> Tenant {
        try sandboxes.tenant(of: request, main: region) ?? main
    }

    /// Looks at the head of a request with a large body: who may not ask is told so before the body comes in.
    public func admit(_ head: HTTPRequest) -> HTTPResponse? {
        if head.path == "/emulator" || head.path.hasPrefix("/emulator/") {
            return door.refusal(head).map { _ in control(head) }
        }
        do {
            guard try !tenant(of: head).region.knowsCaller(of: head) else { return nil }
        } catch {
            // What the database cannot say now is said when the request is whole.
            return nil
        }
        let error = APIError.unauthorized
        return HTTPResponse(status: error.status, headers: ["Content-Type": error.contentType], body: error.body)
    }

    /// Ends the delays that faults have injected, so that a server that waits for its answers can stop.
    public func endDelays() { delays.end() }

    /// Seconds since it was made.
    var uptime: Double { Date().timeIntervalSince(started) }

    private func control(_ request: HTTPRequest) -> HTTPResponse {
        if let refusal = door.refusal(request) {
            var response = refusal.response
            if refusal.status == 401 { response.headers["WWW-Authenticate"] = "Bearer" }
            return response
        }
        do {
            return try ControlRouter(self).answer(request)
        } catch let error as ControlError {
            return error.response
        } catch let error as FixtureError {
            return ControlError.badRequest("\(error)").response
        } catch let error as DatabaseError where error.isNULInText {
            return ControlError.badRequest("a text with a NUL character, which nothing here is called").response
        } catch {
            return ControlError(status: 500, message: "\(error)").response
        }
    }
}
