import Formats
import MAASRegion

/// Single parameters as MAAS reads them with formencode's validators, outside of forms.
extension Parameters {
    /// formencode's `Int`: a whole number of any size; `nil` when not sent or empty.
    func wholeNumber(_ name: String) throws(Refusal) -> PythonInteger? {
        guard let text = self[name], !text.isEmpty else { return nil }
        guard let number = PythonInteger(text) else {
            throw .invalid("Invalid \(name): Please enter an integer value")
        }
        return number
    }

    /// formencode's `Bool`: anything but nothing is true.
    func isTruthy(_ name: String) -> Bool { self[name]?.isEmpty == false }
}
