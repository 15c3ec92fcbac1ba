import Dispatch

/// What the C callbacks find behind their context pointer.
final class ServerContext: Sendable {
    let handler: HTTPServer.Handler
    let bodyBytes: Int
    let drainSeconds: Int
    /// Answers that a handler works on or that are being sent.
    let answersUnderWay = DispatchGroup()

    init(handler: @escaping HTTPServer.Handler, limits: HTTPServer.Limits) {
        self.handler = handler
        bodyBytes = limits.bodyBytes
        drainSeconds = limits.drainSeconds
    }
}
