/** Words that every topic has: what belongs to grammar, and what reports. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'about above after again against also although always among another any because been before being below between both but came cannot come could did does doing done down during each either else ' +
    'enough even ever every few for from further given had has have having her here hers herself him himself his how however into its itself just last least less like made make many matter may might more most much must ' +
    'need needed never next none nor not nothing now off often once one only other others otherwise our out over own part place point present quite rather really regard same see seen several shall she should since some ' +
    'something soon still such take taken than that the their them then there therefore these they thing things this those though three through time times too took toward two under until upon use used very view want wanted ' +
    'was way well went were what when where whether which while who whom whose why will with within without would year years yes yet you your ' +
    'added agreed answered asked believed called considered explained expressed felt found noted observed proposed remarked replied said stated suggested thought told'
  ).split(' '),
)
