import Formats
import MAASRegion

/// Writes nodes of any kind the way their own collections show them.
struct NodeWriter {
    private let state: RegionState
    private let details: NodeDetails

    /// - Parameter nodes: All that it is to write.
    init(_ state: RegionState, _ nodes: [Node]) throws {
        self.state = state
        details = try NodeDetails(state.db, nodes)
    }

    package func write(_ node: Node, into json: inout JSONWriter) throws {
        switch node.kind {
        case .machine: try MachineWriter(state, details).write(node, into: &json)
        case .device: DeviceWriter(details).write(node, into: &json)
        case .rackController, .regionAndRackController:
            ControllerWriter(details, .rack).write(node, into: &json)
        case .regionController: ControllerWriter(details, .region).write(node, into: &json)
        }
    }
}
