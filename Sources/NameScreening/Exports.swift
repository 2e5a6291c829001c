// Customers and hits are made of the terms of a designation: who imports the product needs both.
@_exported public import Designations
