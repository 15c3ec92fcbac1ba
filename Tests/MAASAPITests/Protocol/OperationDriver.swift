import HTTPServer
import RegionTesting
import SQLite

@testable import Formats
@testable import MAASAPI
@testable import MAASEmulator
@testable import MAASRegion

/// Calls the handler of any row of the operation table, with what a test makes up, and undoes what it did.
struct OperationDriver {
    /// A row of the table, as somebody may call it.
    struct Row: CustomStringConvertible {
        let resource: Resource
        let operation: Operation
        let isAnonymous: Bool

        var sendsForm: Bool { operation.method == "POST" || operation.method == "PUT" }
        var description: String {
            "\(operation.method) \(resource.path.text)\(operation.op.map { " op=\($0)" } ?? "")"
        }
    }

    /// What became of a call.
    struct Outcome {
        /// The names of parameters that the handler asked for.
        let read: Set<String>
        let status: Int?
        /// An error that is neither a refusal nor an answer.
        let failure: (any Error)?
        /// How many statements the handler ran, and the steps of SQLite's machine that they took.
        var statements = 0
        var steps = 0
    }

    /// Parameters that are sent as files.
    private static let files: Set = ["content", "file", "keyring_data"]

    let maas: TestRegion
    let version: MAASVersion

    init(_ version: MAASVersion = .v3_7, inventory: String? = nil) throws {
        self.version = version
        maas = try TestRegion(inventory: inventory, version: version)
        try furnish()
    }

    /// Every row that is served.
    var rows: [Row] {
        OperationTable(version).resources.flatMap { resource in
            resource.operations.filter(\.isServed).map { Row(resource: resource, operation: $0, isAnonymous: false) }
                + (resource.anonymous ?? []).map { Row(resource: resource, operation: $0, isAnonymous: true) }
        }
    }

    private struct Undo: Error {}

    /// Calls a row's handler. `path` takes the place of what is there in the variable parts of its path.
    func call(
        _ row: Row, _ pairs: [(String, String)], path replaced: [String: String] = [:], as who: TestRegion.Who = .admin
    ) throws -> Outcome {
        var outcome = Outcome(read: [], status: nil, failure: nil)
        do {
            try maas.region.withState { state in
                let user = try User.find(state.db, username: who == .admin ? "admin" : "user1")
                let isWhole = row.resource.path.names.allSatisfy { replaced[$0] != nil }
                let values = try isWhole ? replaced : path(of: row, state.db).merging(replaced) { $1 }
                var request = HTTPRequest(method: row.operation.method, path: Dispatch.root)
                request.headers["Host"] = "maas.test"
                let sent = Parameters(pairs.map { (name: $0.0, value: $0.1) })
                var body = RequestBody(request)
                if row.sendsForm {
                    body.form = sent
                    for (name, value) in pairs where Self.files.contains(name) {
                        sent.remove(name)
                        body.files.append(MultipartForm.File(name: name, filename: name, contents: Array(value.utf8)))
                    }
                }
                let query = row.sendsForm ? Parameters() : sent
                let context = Context(
                    state: state, request: request, path: values, query: query, body: body,
                    user: row.isAnonymous ? nil : user)
                let before = (statements: state.db.statementCount, steps: state.db.stepCount)
                var status: Int?
                var failure: (any Error)?
                do {
                    status = try row.operation.handle(context).status
                } catch let error as APIError {
                    status = error.status
                } catch let refusal as Refusal {
                    status = APIError(refusal).status
                } catch let error as DatabaseError where error.isNULInText {
                    status = 500
                } catch {
                    failure = error
                }
                outcome = Outcome(
                    read: query.read.union(context.form.read), status: status, failure: failure,
                    statements: state.db.statementCount - before.statements, steps: state.db.stepCount - before.steps)
                throw Undo()
            }
        } catch is Undo {}
        return outcome
    }
}
