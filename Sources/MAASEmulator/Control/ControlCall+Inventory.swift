import HTTPServer

extension ControlCall {
    /// `GET /emulator/inventory`: the region as a fixture.
    func readInventory() throws -> HTTPResponse {
        let text = try tenant.region.read(FixtureWriter.text)
        return HTTPResponse(status: 200, headers: ["Content-Type": "application/json"], body: text)
    }
}
