import Formats
import HTTPServer

extension ControlCall {
    /// `GET /emulator/faults`.
    func listFaults() throws -> HTTPResponse {
        .control { json in json.array(of: tenant.faults.all) { $1.write(into: &$0) } }
    }

    /// `GET /emulator/faults/ID`.
    func readFault() throws -> HTTPResponse {
        guard let entry = tenant.faults.all.first(where: { String($0.id) == values[0] }) else { throw noFault }
        return .control { entry.write(into: &$0) }
    }

    /// `POST /emulator/faults`.
    func addFault() throws -> HTTPResponse {
        guard let value = try? JSONValue(parsing: request.body) else {
            throw ControlError.badRequest("the body is not JSON")
        }
        let entry = try tenant.faults.add(value)
        return .control(status: 201) { entry.write(into: &$0) }
    }

    /// `DELETE /emulator/faults`.
    func deleteFaults() throws -> HTTPResponse {
        _ = tenant.faults.remove(nil)
        return .controlDone
    }

    /// `DELETE /emulator/faults/ID`.
    func deleteFault() throws -> HTTPResponse {
        guard let id = Int(values[0]), tenant.faults.remove(id) else { throw noFault }
        return .controlDone
    }

    private var noFault: ControlError { .notFound("there is no fault \(values[0])") }
}
