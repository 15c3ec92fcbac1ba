import Formats
import MAASRegion

/// Writes a node of any kind the way its own collection shows it.
struct NodeWriter {
    package let state: RegionState

    init(_ state: RegionState) { self.state = state }

    package func write(_ node: Node, into json: inout JSONWriter) throws {
        switch node.kind {
        case .machine: try MachineWriter(state).write(node, into: &json)
        case .device: try DeviceWriter(state).write(node, into: &json)
        case .rackController, .regionAndRackController:
            try ControllerWriter(state, .rack).write(node, into: &json)
        case .regionController: try ControllerWriter(state, .region).write(node, into: &json)
        }
    }
}
