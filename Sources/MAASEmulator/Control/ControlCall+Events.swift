import HTTPServer

extension ControlCall {
    /// `GET /emulator/events`: requests and what happens to machines, as server-sent events.
    func streamEvents() throws -> HTTPResponse {
        guard let stream = EventStream(emulator, tenant) else {
            throw ControlError(status: 503, message: "\(EventStream.limit) streams are open, which is all there can be")
        }
        var response = HTTPResponse(status: 200, headers: ["Content-Type": "text/event-stream; charset=utf-8"])
        response.stream = { stream.next() }
        return response
    }
}
