"""Groups of simulated people who play a whole scenario in virtual time, by the rules and nothing else."""
